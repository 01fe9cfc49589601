// What must stand before tfjs-node is loaded: `node --require` this file wherever it is.
'use strict';
/* global require, process -- `--require` loads CommonJS */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const util = require('node:util');

// tfjs-node 4.22 calls two old type checks of `util`: gone from Node 23 on, and in Node 22 they print a
// deprecation warning into the first cell. Configurable, since tests load this file a second time.
Object.defineProperties(util, {
  isArray: { value: Array.isArray, configurable: true },
  isNullOrUndefined: {
    /** @param {unknown} value */
    value: (value) => value === null || value === undefined,
    configurable: true,
  },
});

// TensorFlow's C++ part logs a page of advice.
process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';

// A training step of a small network is over before a second thread has found its share: an epoch of
// 784-128-10 takes 0.7 of the time on one thread, and judging and logistic regression lose nothing.
process.env['TF_NUM_INTRAOP_THREADS'] ??= '1';
process.env['TF_NUM_INTEROP_THREADS'] ??= '1';
