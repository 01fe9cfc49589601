// tfjs-node 4.22 calls two old type checks of `util`: gone from Node 23 on, and in Node 22 they print
// a deprecation warning into the first cell. Loaded with `node --require` wherever tfjs-node is.
'use strict';
/* global require -- `--require` loads CommonJS */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const util = require('node:util');

// Configurable, since tests load this file a second time.
Object.defineProperties(util, {
  isArray: { value: Array.isArray, configurable: true },
  isNullOrUndefined: {
    /** @param {unknown} value */
    value: (value) => value === null || value === undefined,
    configurable: true,
  },
});
