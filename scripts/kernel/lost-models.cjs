// Fault: `const model = 5` takes the place of a trained model without a word. Mended: one line says so.
'use strict';
const { types } = require('node:util');

/** @typedef {Record<string, unknown>} Names */

/** The names that hold a model now. @param {Names} names */
const modelsIn = (names) => Object.keys(names).filter((name) => isModel(names[name]));

/**
 * What to say of models whose names hold something else after a cell.
 * @param {readonly string[]} before @param {Names} names
 */
function lossOf(before, names) {
  const lost = before.filter((name) => name in names && !isModel(names[name]));
  return lost.map(
    (name) =>
      `${name} was a model and is now ${kindOf(names[name])}: the cells below need the model; ` +
      'to have it back, run the cell that builds it and the one that trains it.\n',
  );
}

/** @param {unknown} value */
function isModel(value) {
  // A value may fail, or do something, when it is looked at: Polars' frames, for one.
  if (types.isProxy(value)) return false;
  try {
    const { layers, getWeights } = /** @type {any} */ (value ?? {});
    return Array.isArray(layers) && typeof getWeights === 'function';
  } catch {
    return false;
  }
}

/** @param {unknown} value */
function kindOf(value) {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object'
    ? `a ${value.constructor?.name ?? 'value'}`
    : `a ${typeof value}`;
}

module.exports = { modelsIn, lossOf };
