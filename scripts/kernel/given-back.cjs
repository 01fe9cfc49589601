// Fault: a cell that runs again builds its models and tensors anew, and TensorFlow keeps the old ones for ever.
// Mended: what no name reaches any more after a cell gives its memory back.
'use strict';
const { types } = require('node:util');

/** @typedef {Record<string, unknown>} Names */
/** @typedef {{ dispose(): unknown, isDisposed?: boolean }} Disposable */
/** @typedef {Disposable & { layers: object[], optimizer?: Disposable }} Model */

/** Names hold tensors at most this deep, in arrays and objects; longer arrays hold rows, not tensors. */
const DEPTH = 3;
const LONGEST = 1000;

/** The models and tensors that names reach now. @param {Names} names @returns {Set<object>} */
function reachedBy(names) {
  /** @type {Set<object>} */
  const reached = new Set();
  for (const value of fieldsOf(names)) gather(value, DEPTH, reached);
  return reached;
}

/** @param {unknown} value @param {number} depth @param {Set<object>} reached */
function gather(value, depth, reached) {
  if (typeof value !== 'object' || value === null || reached.has(value)) return;
  // Polars' frames, for one, are no objects to look into.
  if (types.isProxy(value)) return;
  if (isTensor(value) || isOptimizer(value) || isLayer(value)) reached.add(value);
  if (isModel(value) && value.optimizer) reached.add(value.optimizer);
  else if (!reached.has(value) && depth > 0)
    for (const part of partsOf(value)) gather(part, depth - 1, reached);
}

/** @param {object} value @returns {Iterable<unknown>} */
function partsOf(value) {
  if (value instanceof Map || value instanceof Set) return value.values();
  if (Array.isArray(value)) return value.length > LONGEST ? [] : value;
  // A module holds no tensor of the lesson.
  if ('__esModule' in value || types.isModuleNamespaceObject(value)) return [];
  const kind = Object.getPrototypeOf(value);
  return kind === null || Object.getPrototypeOf(kind) === null ? fieldsOf(value) : [];
}

/** What an object's fields hold; a field that is computed may fail, or do something. @param {object} value */
const fieldsOf = (value) =>
  Object.values(Object.getOwnPropertyDescriptors(value)).map((field) => field.value);

/** Gives back what was reached before a cell and is not reached after it. @param {Set<object>} before @param {Names} names */
function giveBack(before, names) {
  if (before.size === 0) return;
  const now = reachedBy(names);
  const layersInUse = new Set(
    [...now].flatMap((thing) => (isModel(thing) ? thing.layers : [thing])),
  );
  for (const thing of before) {
    if (now.has(thing)) continue;
    // A model of which a layer is still in use stays whole.
    if (isModel(thing)) {
      if (!thing.layers.some((layer) => layersInUse.has(layer))) release(thing);
    } else if (isTensor(thing)) {
      if (!thing.isDisposed && !isWeight(thing)) thing.dispose();
    } else if (isOptimizer(thing)) releaseOptimizer(thing);
  }
}

/** @param {Model} model */
function release(model) {
  // `dispose` refuses what was disposed of by hand.
  if (/** @type {any} */ (model)._refCount > 0) model.dispose();
}

/** tfjs's momentum forgets a number of its own. @param {Disposable} optimizer */
function releaseOptimizer(optimizer) {
  optimizer.dispose();
  for (const field of Object.values(optimizer))
    if (isTensor(field) && !field.isDisposed) field.dispose();
}

/** @param {object} value */
const isLayer = (value) => 'getWeights' in value && 'apply' in value;
/** @param {object} value @returns {value is Model} */
const isModel = (value) => isLayer(value) && 'layers' in value && Array.isArray(value.layers);
/** @param {unknown} value @returns {value is Disposable} */
const isTensor = (value) =>
  typeof value === 'object' && value !== null && 'dataId' in value && 'dataSync' in value;
/** A weight belongs to its layer, whose name it bears. @param {Disposable} tensor */
const isWeight = (tensor) =>
  'assign' in tensor && 'name' in tensor && /\//.test(String(tensor.name));
/** @param {object} value @returns {value is Disposable} */
const isOptimizer = (value) => 'applyGradients' in value && 'dispose' in value;

module.exports = { reachedBy, giveBack };
