// The reader of .keras files: broken archives, broken HDF5, descriptions of models that make no sense.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { unzipSync, zipSync } from 'fflate';
import { loadModel, saveModel } from 'nnlab';
import { inProject } from '../setup/project.mjs';
import { changeJson } from './lib/json.mjs';
import { damage, oneOf } from './lib/mutations.mjs';
import { mutate as changeZip } from './zip.mjs';

/** @typedef {import('./lib/target.mjs').Random} Random */
/** @typedef {Record<string, Uint8Array>} Parts */

export const name = 'keras';

const folder = mkdtempSync(join(tmpdir(), 'fuzz-keras-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const [file, again] = [join(folder, 'broken.keras'), join(folder, 'again.keras')];

/** Sizes of input that a test may try; larger ones are the file's own business. */
const MOST_NUMBERS = 1e6;

const NOTES = { classNames: ['a', 'b', 'c'], scaling: 'none', history: [] };

export function seeds() {
  const golden = inProject('test', 'keras', 'golden', 'keras-3.15');
  const files = readdirSync(golden).filter((one) => one.endsWith('.keras'));
  return files.map((one) => {
    const parts = unzipSync(readFileSync(join(golden, one)));
    return zipSync({ ...parts, 'nnlab.json': bytesOf(NOTES) }, { level: 0 });
  });
}

/** @param {Random} random @param {Uint8Array} bytes */
export function mutate(random, bytes) {
  const way = random.upTo(9);
  if (way === 0) return changeZip(random, bytes);
  const parts = unzipSync(bytes);
  if (way < 4) changePart(parts, 'model.weights.h5', (part) => damage(random, part));
  else if (way < 9) changePart(parts, 'config.json', (part) => changedJson(random, part));
  else changePart(parts, 'nnlab.json', (part) => changedJson(random, part));
  return zipSync(parts, { level: 0 });
}

/** @param {Parts} parts @param {string} part @param {(bytes: Uint8Array) => Uint8Array} change */
function changePart(parts, part, change) {
  parts[part] = change(parts[part] ?? new Uint8Array());
}

/** @param {Random} random @param {Uint8Array} bytes */
function changedJson(random, bytes) {
  let value = JSON.parse(Buffer.from(bytes).toString());
  for (let count = oneOf(random, [1, 1, 1, 2, 5]); count > 0; count--) {
    value = changeJson(random, value);
  }
  return bytesOf(value);
}

/** @param {unknown} value */
function bytesOf(value) {
  return new Uint8Array(Buffer.from(JSON.stringify(value) ?? ''));
}

/** A model that opens must come out of a second file as it is, and leave nothing behind.
 * @param {Uint8Array} bytes */
export async function judge(bytes) {
  writeFileSync(file, bytes);
  const before = tf.memory().numTensors;
  const model = await openedOrReason();
  if (typeof model === 'string') checkReason(model);
  else await checkModel(model);
  const left = tf.memory().numTensors - before;
  if (left !== 0) throw new Error(`${left} tensors are left behind`);
  return typeof model === 'string' ? 'refused' : 'read';
}

/** @returns {Promise<tf.LayersModel | string>} */
async function openedOrReason() {
  try {
    return await loadModel(file);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @param {string} reason */
function checkReason(reason) {
  // What a program says when it stumbles is no sentence for a reader.
  const stumbled =
    /undefined|is not a function|not iterable|reading '|call stack|Invalid TF_Status|assert/i;
  const isSentence = reason.startsWith(`${file} cannot be opened: `) && /[^.]\.$/.test(reason);
  if (!isSentence || stumbled.test(reason) || reason.length > 1000) {
    throw new Error(`it is refused with: ${reason.slice(0, 500)}`);
  }
}

/** @param {tf.LayersModel} model */
async function checkModel(model) {
  try {
    await saveModel(model, again);
    const copy = await loadModel(again);
    try {
      await checkSame(model, copy);
    } finally {
      copy.dispose();
    }
  } finally {
    model.dispose();
  }
}

/** @param {tf.LayersModel} model @param {tf.LayersModel} copy */
async function checkSame(model, copy) {
  if (predictions(model) !== predictions(copy))
    throw new Error('the saved copy predicts otherwise');
  const [first, second] = [await state(model), await state(copy)];
  // Before the first step an optimizer may have gathered nothing yet, or what it starts from.
  const isFresh = first.step === '0' && first.numbers.length === 0;
  if (isFresh) second.numbers = [];
  if (JSON.stringify(first) !== JSON.stringify(second))
    throw new Error('the saved copy learns otherwise');
}

/** @param {tf.LayersModel} model */
function predictions(model) {
  const shape = (model.inputs[0]?.shape ?? []).map((size) => size ?? 1);
  if (tf.util.sizeFromShape(shape) > MOST_NUMBERS) return '';
  return tf.tidy(() => {
    const guess = /** @type {tf.Tensor} */ (model.predict(tf.ones(shape)));
    return `${guess.shape}: ${guess.dataSync()}`;
  });
}

/** What training goes on from.
 * @param {tf.LayersModel} model
 * @returns {Promise<{ step: string, numbers: string[], rest?: unknown }>} */
async function state(model) {
  const optimizer = /** @type {tf.Optimizer | undefined} */ (model.optimizer);
  if (!optimizer) return { step: '', numbers: [] };
  const [steps, ...slots] = await optimizer.getWeights();
  const numbers = slots.map(({ tensor }) => tensor.dataSync().join());
  const step = steps?.tensor.dataSync().join() ?? '';
  steps?.tensor.dispose();
  return { step, numbers, rest: [optimizer.getConfig(), model.loss, model.metrics] };
}
