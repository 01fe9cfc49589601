import * as tf from '@tensorflow/tfjs-node';
import { readFields, shown, type Config } from './fields';
import type { Arrays, StoredArray } from './hdf5';
import { OPTIMIZERS } from './optimizer-table';
import { EXACT_PLACE, inKerasOrder, OPTIMIZER_PLACE, FIRST_SLOT } from './optimizers';
import type { OptimizerRow } from './optimizers';
import { namedConfig } from './initializers';
import { numberField } from '../tfjs/optimizer-state';
import { floats } from './weights';

/** The optimizer of a file, with all it had gathered when the file was written. */
export async function readOptimizer(
  value: unknown,
  arrays: Arrays,
  model: tf.LayersModel,
): Promise<tf.Optimizer> {
  const { className, config } = namedConfig(value);
  const row = rowFor(className, config);
  const settings = withStoredRate(readFields(row.fields, { ...row.defaults, ...config }), arrays);
  const steps = storedSteps(arrays);
  // Keras makes the slots with the first step.
  const isNew = steps === undefined || (steps === 0 && !holdsSlots(arrays));
  if (isNew) return row.ours.make(settings);
  const tensors = gathered(row, settings, arrays, model);
  const optimizer = row.ours.make(settings);
  const weights = tensors.map((tensor, i) => ({ name: `slot_${i}`, tensor }));
  const iterations = { name: 'iter', tensor: tf.scalar(steps, 'int32') };
  await optimizer.setWeights([iterations, ...weights]);
  tf.dispose([iterations.tensor, ...tensors]);
  restoreNumbers(optimizer, row, arrays);
  return optimizer;
}

function rowFor(className: string, config: Config): OptimizerRow {
  const row = OPTIMIZERS.find(
    ({ keras, fits }) => keras.toLowerCase() === className.toLowerCase() && (!fits || fits(config)),
  );
  if (row) return row;
  const known = [...new Set(OPTIMIZERS.map(({ keras }) => keras))].join(', ');
  throw new Error(`it is ${shown(className)}; nnlab knows ${known}`);
}

/** The learning rate in use, which the config may not know, with no more digits than needed. */
function withStoredRate(settings: Config, arrays: Arrays): Config {
  const given = settings['learningRate'] as number;
  const stored = arrays.get(`${OPTIMIZER_PLACE}/1`);
  const rate = stored ? (floats(stored, [], 'its learning rate')[0] ?? NaN) : Math.fround(given);
  if (!Number.isFinite(rate)) throw new Error('its learning rate is not a number');
  // A number that is not float32 was written by nnlab, to the last digit.
  if (Math.fround(given) === rate && given !== rate) return settings;
  return { ...settings, learningRate: shortest(rate) };
}

/** Python writes the float32 nearest to 0.001 as 0.0010000000474974513. */
function shortest(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

/** Undefined for a model that was never trained. */
function storedSteps(arrays: Arrays): number | undefined {
  const stored = arrays.get(`${OPTIMIZER_PLACE}/0`);
  if (!stored) return undefined;
  const steps = Number(stored.data?.[0]);
  const most = 2 ** 31 - 1;
  if (Number.isInteger(steps) && steps >= 0 && steps <= most && stored.shape.length === 0) {
    return steps;
  }
  throw new Error('its step count is not a whole number');
}

function holdsSlots(arrays: Arrays): boolean {
  return arrays.has(`${OPTIMIZER_PLACE}/${FIRST_SLOT}`);
}

/** tfjs's arrays in tfjs's order; zeros for those Keras does not keep. */
function gathered(
  row: OptimizerRow,
  settings: Config,
  arrays: Arrays,
  model: tf.LayersModel,
): tf.Tensor[] {
  const shapes = model.trainableWeights.map(({ shape }) => shape as number[]);
  const placed = inKerasOrder(row, settings, shapes);
  checkCount(placed.length + (row.shared ? 1 : 0), arrays);
  const first = FIRST_SLOT + (sharedComesFirst(row, arrays) ? 1 : 0);
  const found = new Map(
    placed.map(({ slot, index, shape }, i) => {
      const what = `its array ${first + i}`;
      const values = floats(arrays.get(`${OPTIMIZER_PLACE}/${first + i}`), shape, what);
      const exact = arrays.get(`${EXACT_PLACE}/${index}`);
      const tfjs = exact ? floats(exact, shape, what) : divided(values, slot.factor);
      return [index, tfjs] as const;
    }),
  );
  return row
    .slots(settings)
    .flatMap((_, s) => shapes.map((shape, w) => tensorOf(found.get(s * shapes.length + w), shape)));
}

function checkCount(gathered: number, arrays: Arrays): void {
  const count = FIRST_SLOT + gathered;
  if (arrays.has(`${OPTIMIZER_PLACE}/${count}`)) {
    throw new Error(`it should have ${count} arrays, but the file holds more`);
  }
}

/** Older versions of Keras wrote the number that all weights share before the slots. */
function sharedComesFirst({ shared }: OptimizerRow, arrays: Arrays): boolean {
  return shared !== undefined && arrays.get(`${OPTIMIZER_PLACE}/${FIRST_SLOT}`)?.shape.length === 0;
}

function divided(values: Float32Array, factor: number): Float32Array {
  return factor === 1 ? values : values.map((value) => value / factor);
}

function tensorOf(values: Float32Array | undefined, shape: number[]): tf.Tensor {
  return values ? tf.tensor(values, shape) : tf.zeros(shape);
}

/** The numbers an optimizer carries besides the slots. */
function restoreNumbers(optimizer: tf.Optimizer, row: OptimizerRow, arrays: Arrays): void {
  // Only nnlab's own files have them; for others setWeights computes them from the steps.
  for (const name of row.numbers) restore(optimizer, name, arrays.get(`${EXACT_PLACE}/${name}`));
  if (!row.shared) return;
  const place = sharedComesFirst(row, arrays) ? FIRST_SLOT : lastPlace(arrays);
  restore(optimizer, row.shared, arrays.get(`${OPTIMIZER_PLACE}/${place}`));
}

function restore(optimizer: tf.Optimizer, name: string, stored: StoredArray | undefined): void {
  if (!stored) return;
  const value = tf.tensor(floats(stored, [], `its ${name}`), []);
  numberField(optimizer, name).assign(value);
  value.dispose();
}

function lastPlace(arrays: Arrays): number {
  let place = FIRST_SLOT;
  while (arrays.has(`${OPTIMIZER_PLACE}/${place + 1}`)) place++;
  return place;
}
