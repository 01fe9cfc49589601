// Who has seen which images: every network that is measured or asked leaves the marks of some rows here.
'use strict';
const { join } = require('node:path');

const ASKING = ['evaluate', 'predict', 'predictOnBatch', 'fit', 'trainOnBatch'];
/** So many rows of each call are looked at. */
const LOOKS = 8;

/** @typedef {{ images: { dataSync(): ArrayLike<number>, shape: number[] } }} Rows */

/**
 * @param {any} tf
 * @param {string} root the project
 */
function watchNetworks(tf, root) {
  /** @type {Map<object, Set<number>>} */
  const seen = new Map();
  /** @type {Map<object, object>} how each network was trained on augmented images, the last time */
  const augmentations = new Map();
  /** @param {object} network @param {unknown} images */
  const note = (network, images) => {
    if (!(images instanceof tf.Tensor)) return;
    const marks = seen.get(network) ?? new Set();
    seen.set(network, marks);
    for (const mark of marksOf(tf, images)) marks.add(mark);
  };
  for (const name of ASKING) lock(tf.LayersModel.prototype, name, note);
  for (const name of ASKING) {
    if (Object.hasOwn(tf.Sequential.prototype, name)) lock(tf.Sequential.prototype, name, note);
  }
  const training = require(join(root, 'dist/train/train.js'));
  const { train } = training;
  /** @param {any} network @param {any} examples @param {any} options */
  training.train = (network, examples, options) => {
    note(network, examples?.images);
    return train(network, examples, options);
  };
  const augmenting = require(join(root, 'dist/augment/training.js'));
  const { trainAugmented } = augmenting;
  /** @param {any} network @param {any} examples @param {any} options */
  augmenting.trainAugmented = (network, examples, options) => {
    augmentations.set(network, { images: examples?.images, options });
    return trainAugmented(network, examples, options);
  };
  return {
    /** @param {{ shape: readonly number[], data: Uint8Array }} images */
    networksThatSaw(images) {
      const marks = allMarks(images);
      // A tf.Sequential hands on what it is asked to a model inside it.
      const inner = new Set([...seen.keys()].map((network) => /** @type {any} */ (network).model));
      return [...seen]
        .filter(([network, own]) => !inner.has(network) && [...own].some((mark) => marks.has(mark)))
        .map(([network]) => network);
    },
    /** @param {object} network */
    augmentationOf: (network) => augmentations.get(network),
  };
}

/**
 * A method that notes what it is given, and that no notebook can put another in place of.
 * @param {any} prototype @param {string} name @param {(network: object, images: unknown) => void} note
 */
function lock(prototype, name, note) {
  const method = prototype[name];
  Object.defineProperty(prototype, name, {
    /** @this {object} @param {any[]} given */
    value(...given) {
      note(this, given[0]);
      return method.apply(this, given);
    },
  });
}

/** @param {any} tf @param {any} images of grey values 0-1 or 0-255 */
function marksOf(tf, images) {
  const count = images.shape[0] ?? 0;
  const size = count === 0 ? 0 : images.size / count;
  if (size !== 784) return [];
  const looks = Math.min(count, LOOKS);
  const rows = Array.from({ length: looks }, (_, at) => Math.floor((at * count) / looks));
  const values = tf.tidy(() => tf.gather(images.reshape([count, 784]), rows).dataSync());
  const unit = values.some((/** @type {number} */ value) => value > 1) ? 1 : 255;
  return rows.map((_, at) => mark(values.subarray(at * 784, at * 784 + 784), unit));
}

/** @param {{ data: Uint8Array }} images */
function allMarks({ data }) {
  const marks = new Set();
  for (let at = 0; at < data.length; at += 784) marks.add(mark(data.subarray(at, at + 784), 1));
  return marks;
}

/** A number that is another for every other picture. @param {ArrayLike<number>} values @param {number} unit */
function mark(values, unit) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < values.length; at++) {
    hash = Math.imul(hash ^ Math.round(Number(values[at]) * unit), 0x01000193);
  }
  return hash >>> 0;
}

module.exports = { watchNetworks };
