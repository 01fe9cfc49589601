// Fault: when a promise fails that nobody awaits, tslab writes a line on stderr and the cell has succeeded.
// Mended: the cell fails with that error.
'use strict';
const { cellOfThisCode, runningCell } = require('./run.cjs');
const { errorContent } = require('./error-content.cjs');
const { Run } = require('./run.cjs');

/** @param {import('./tslab-inside').Tslab} tslab */
function mendPromises({ jupyter }) {
  const { prototype } = jupyter.ZmqServer;
  const { init } = prototype;
  prototype.init = function () {
    // tslab has just said what it does on these; nobody else has spoken yet.
    replaceListeners('unhandledRejection');
    replaceListeners('uncaughtException');
    return init.call(this);
  };
}

/** @param {'unhandledRejection' | 'uncaughtException'} event */
function replaceListeners(event) {
  process.removeAllListeners(event);
  process.on(/** @type {any} */ (event), hear);
}

/** @param {unknown} reason */
function hear(reason) {
  const owner = cellOfThisCode() ?? runningCell();
  // What Stop has ended may fail afterwards; that has been said.
  if (owner?.stopped) return;
  if (owner && owner === runningCell()) owner.fail(reason);
  else process.stderr.write(`${tell(reason, owner)}\n`);
}

/** @param {unknown} reason @param {import('./run.cjs').Run | undefined} owner */
function tell(reason, owner) {
  const told = new Run(owner?.number ?? 0, '');
  told.fail(reason);
  const from = owner
    ? `In [${owner.number}] has failed after its end`
    : 'Work in the background has failed';
  return [`${from}:`, ...errorContent(told).traceback].join('\n');
}

module.exports = { mendPromises, hear };
