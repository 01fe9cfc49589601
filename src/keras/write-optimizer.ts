import * as tf from '@tensorflow/tfjs-node';
import { stepsDone } from '../tfjs/optimizer-state';
import { writeFields, type Config } from './fields';
import type { Arrays } from './hdf5';
import { EXACT_PLACE, inKerasOrder, numberField, OPTIMIZER_PLACE, OPTIMIZERS } from './optimizers';
import type { OptimizerRow } from './optimizers';
import { kerasObject } from './initializers';

/** Keras' config of an optimizer. */
export function optimizerConfig(optimizer: tf.Optimizer): Config {
  const { keras, fields } = rowOf(optimizer);
  try {
    return kerasObject('keras.optimizers', keras, writeFields(fields, optimizer.getConfig()));
  } catch (error) {
    throw new Error(`The optimizer ${keras} cannot be saved: ${(error as Error).message}.`);
  }
}

function rowOf(optimizer: tf.Optimizer): OptimizerRow {
  const name = optimizer.getClassName();
  const row = OPTIMIZERS.find(({ tfjs }) => tfjs === name);
  if (row) return row;
  const known = OPTIMIZERS.map(({ tfjs }) => tfjs).join(', ');
  throw new Error(`The optimizer ${name} cannot be saved; nnlab can save ${known}.`);
}

/** The step count, the learning rate and what the optimizer has gathered. */
export async function optimizerArrays(model: tf.LayersModel): Promise<Arrays> {
  const { optimizer } = model;
  const row = rowOf(optimizer);
  const settings: Config = optimizer.getConfig();
  const gathered = await gatheredBy(optimizer);
  const arrays: Arrays = new Map();
  arrays.set(`${OPTIMIZER_PLACE}/0`, {
    shape: [],
    data: BigInt64Array.of(BigInt(stepsDone(optimizer))),
  });
  arrays.set(`${OPTIMIZER_PLACE}/1`, {
    shape: [],
    data: Float32Array.of(settings['learningRate'] as number),
  });
  const weights = model.trainableWeights.map(({ shape }) => shape as number[]);
  for (const [i, { slot, index, shape }] of inKerasOrder(row, settings, weights).entries()) {
    const sizes = shape as number[];
    // Before the first step tfjs has nothing yet where Keras has zeros.
    const data = gathered[index] ?? new Float32Array(tf.util.sizeFromShape(sizes));
    const keras = slot.factor === 1 ? data : data.map((value) => value * slot.factor);
    arrays.set(`${OPTIMIZER_PLACE}/${i + 2}`, { shape: sizes, data: keras });
    if (slot.factor !== 1) arrays.set(`${EXACT_PLACE}/${index}`, { shape: sizes, data });
  }
  for (const name of row.numbers) {
    const data = numberField(optimizer, name).dataSync<'float32'>();
    arrays.set(`${EXACT_PLACE}/${name}`, { shape: [], data });
  }
  return arrays;
}

async function gatheredBy(optimizer: tf.Optimizer): Promise<Float32Array[]> {
  // The first one is the step count, made for this call alone.
  const [steps, ...slots] = await optimizer.getWeights();
  steps?.tensor.dispose();
  return slots.map(({ tensor }) => tensor.dataSync<'float32'>());
}
