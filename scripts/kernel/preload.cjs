// `node --require` this file before tslab: it mends, from outside, what tslab does wrong. Each repair is a file
// here that names its fault; the TypeScript part of the library (src/kernel) needs none of them.
'use strict';
const { join } = require('node:path');
const { findTslab } = require('./tslab.cjs');

const found = findTslab();
if (found) mend(found);

/** @param {NonNullable<ReturnType<typeof findTslab>>} found */
function mend({ load, typescript }) {
  const { mendedTypeScript, mendConverter } = require('./converter.cjs');
  keepCompiled();
  const ts = load(typescript);
  const cached = require.cache[typescript];
  if (cached) cached.exports = mendedTypeScript(ts);
  /** @type {import('./tslab-inside').Tslab} */
  const tslab = {
    ts,
    converter: load('../dist/converter'),
    executor: load('../dist/executor'),
    jupyter: load('../dist/jupyter'),
  };
  mendConverter(tslab);
  require('./signature.cjs').mendInspect(tslab);
  require('./warm-up.cjs').mendStart(tslab);
  require('./cells.cjs').mendCells(tslab);
  require('./stop.cjs').mendStop(tslab);
  require('./promises.cjs').mendPromises(tslab);
  require('./ipc.cjs').mendIpc(tslab);
  require('./sends.cjs').mendSends(tslab);
  require('./replies.cjs').mendReplies(tslab);
  require('./history.cjs').mendHistory(tslab);
}

/** Node 22 and later can keep what they compile: a third of a kernel's start is reading TypeScript's compiler. */
function keepCompiled() {
  const { enableCompileCache } = /** @type {any} */ (require('node:module'));
  enableCompileCache?.(join(__dirname, '..', '..', '.cache', 'compiled'));
}
