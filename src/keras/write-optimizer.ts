import * as tf from '@tensorflow/tfjs-node';
import { numberField, stepsDone } from '../tfjs/optimizer-state';
import { writeFields, type Config } from './fields';
import type { Arrays } from './hdf5';
import { OPTIMIZERS } from './optimizer-table';
import { EXACT_PLACE, FIRST_SLOT, inKerasOrder, OPTIMIZER_PLACE } from './optimizers';
import type { OptimizerRow, Slot } from './optimizers';
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
  const row = OPTIMIZERS.find(({ ours }) => ours.made(optimizer));
  if (row) return row;
  const name = optimizer.getClassName();
  throw new Error(
    `The optimizer ${name} cannot be saved: TensorFlow.js computes otherwise there than Keras. ` +
      'SGD, Momentum, RMSProp and Adam can be saved.',
  );
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
  const placed = inKerasOrder(row, settings, weights);
  for (const [i, { slot, index, shape }] of placed.entries()) {
    const sizes = shape as number[];
    // Before the first step tfjs has nothing yet where Keras has a first value.
    const data = gathered[index] ?? first(slot, sizes);
    const keras = slot.factor === 1 ? data : data.map((value) => value * slot.factor);
    arrays.set(`${OPTIMIZER_PLACE}/${FIRST_SLOT + i}`, { shape: sizes, data: keras });
    if (slot.factor !== 1) arrays.set(`${EXACT_PLACE}/${index}`, { shape: sizes, data });
  }
  const number = (name: string) => ({
    shape: [],
    data: numberField(optimizer, name).dataSync<'float32'>(),
  });
  for (const name of row.numbers) arrays.set(`${EXACT_PLACE}/${name}`, number(name));
  const next = FIRST_SLOT + placed.length;
  if (row.shared) arrays.set(`${OPTIMIZER_PLACE}/${next}`, number(row.shared));
  return arrays;
}

function first({ initial }: Slot, sizes: number[]): Float32Array {
  return new Float32Array(tf.util.sizeFromShape(sizes)).fill(initial);
}

async function gatheredBy(optimizer: tf.Optimizer): Promise<Float32Array[]> {
  // The first one is the step count, made for this call alone.
  const [steps, ...slots] = await optimizer.getWeights();
  steps?.tensor.dispose();
  return slots.map(({ tensor }) => tensor.dataSync<'float32'>());
}
