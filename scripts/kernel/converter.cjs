// Fault: tslab compiles a cell without a name and without a map, so that its errors name no line of it, and
// wipes the old value of each name before the cell runs, so that a failed cell leaves `undefined` behind. A bracket
// right after `await` hides it from tslab, and the cell is no JavaScript then.
'use strict';
const { runningCell } = require('./run.cjs');
const { nameOf } = require('./source-lines.cjs');
const { MAP_COMMENT } = require('./program.cjs');
const { watcher } = require('./watch.cjs');
const { whileCompiling } = require('./cell-text.cjs');

/** The file name that tslab gives the second step of compiling. */
const SECOND_STEP = 'custom.js';
const WIPED_NAMES = /^(?:exports\.[\p{ID_Continue}$]+ = )+void 0;$/mu;

/**
 * tslab's TypeScript with our compiler in it; tslab copies what it finds there when it is loaded.
 * @param {import('./tslab-inside').Ts} ts @returns {import('./tslab-inside').Ts}
 */
function mendedTypeScript(ts) {
  const changed = {
    ...watcher(ts),
    /** @param {string} code @param {any} options */
    transpileModule(code, options) {
      if (options.fileName !== SECOND_STEP) return ts.transpileModule(code, options);
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const done = ts.transpileModule(code, { ...options, compilerOptions });
      Object.assign(runningCell()?.maps ?? {}, { toCommonJs: done.sourceMapText });
      return { ...done, outputText: done.outputText.replace(MAP_COMMENT, '\n') };
    },
  };
  return Object.defineProperties(/** @type {any} */ ({}), {
    ...Object.getOwnPropertyDescriptors(ts),
    ...Object.getOwnPropertyDescriptors(changed),
  });
}

/** @param {import('./tslab-inside').Tslab} tslab */
function mendConverter({ converter }) {
  const { createConverter } = converter;
  converter.createConverter = (options) => {
    const made = createConverter(options);
    const { convert } = made;
    made.convert = (declarations, code) => {
      const converted = whileCompiling(() => convert(declarations, code));
      const run = runningCell();
      if (!run) return converted;
      run.mistakes = converted.diagnostics;
      if (!converted.output) return converted;
      run.maps.lines = converted.output.split('\n').length;
      const hasToplevelAwait = converted.hasToplevelAwait || run.awaits;
      return { ...converted, output: named(converted.output, run.number), hasToplevelAwait };
    };
    return made;
  };
}

/** @param {string} output @param {number} cell */
function named(output, cell) {
  // The line stays, so that the map still fits.
  return `${output.replace(WIPED_NAMES, '')}\n//# sourceURL=${nameOf(cell)}`;
}

module.exports = { mendedTypeScript, mendConverter };
