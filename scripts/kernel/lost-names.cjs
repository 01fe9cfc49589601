// Fault: tslab forgets the names of a cell that fails or is stopped, and then says of each that it does not exist.
// Mended: the learner is told which cell has to be run again.
'use strict';

/** @typedef {import('./run.cjs').Run} Run */

/** @type {Map<string, Run>} the cell that would have declared a name, had it come to its end */
const lost = new Map();

/** @param {Run} run that has ended */
function noteNames(run) {
  for (const name of run.names) {
    if (run.failed) lost.set(name, run);
    else lost.delete(name);
  }
}

/** @param {string} name that is not known @returns {string | undefined} */
function lossOfName(name) {
  const run = lost.get(name);
  if (!run) return undefined;
  const how = run.stopPressed === undefined ? 'failed' : 'was stopped';
  return `The name ${name} is not known: In [${run.number}], which declares it, ${how} before its end. Run that cell again first.`;
}

module.exports = { noteNames, lossOfName };
