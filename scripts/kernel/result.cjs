// How the value of a cell's last expression is shown.
'use strict';
const { inspect, types } = require('node:util');

// nnlab leaves here its way to show tensors, frames, charts and models (src/kernel/result.ts).
const FORMS = Symbol.for('nnlab.forms');

const PENDING = 'a Promise, not yet its value: an await is missing in front of the call.';

/** @param {unknown} value @returns {{ data: object, metadata: object }} */
function bundleOf(value) {
  if (types.isPromise(value)) return plain(PENDING);
  const forms = /** @type {any} */ (globalThis)[FORMS];
  try {
    return forms?.(value) ?? plain(inspect(value));
  } catch {
    // Some values look different while they are shown; their plain form still says what they are.
    return plain(inspect(value));
  }
}

/** @param {string} text */
const plain = (text) => ({ data: { 'text/plain': text }, metadata: {} });

module.exports = { bundleOf };
