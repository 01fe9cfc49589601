// tslab compiles a cell to learn its names, then once more with `export { these }` below it. Here the names are
// found beforehand, and the first program serves as the second, too.
'use strict';
const { runningCell } = require('./run.cjs');

/** @typedef {import('./tslab-inside').Watched} Watched */

const CELL = /\/__tslab__\.[jt]s$/;

let compiling = false;

/**
 * While tslab compiles a cell; what it seeks help with is left as it is.
 * @template T @param {() => T} work @returns {T}
 */
function whileCompiling(work) {
  compiling = true;
  try {
    return work();
  } finally {
    compiling = false;
  }
}

/** @param {import('./tslab-inside').Ts} ts @param {Watched} watched */
function cellText(ts, { system, roots }) {
  const path = roots.find((root) => CELL.test(root)) ?? '';
  let text = system.readFile(path) ?? '';
  let hasExports = false;
  return {
    path,
    text: () => text,
    /** Whether the text is another now. */
    read() {
      const given = system.readFile(path) ?? '';
      if (hasExports && given === text) return false;
      const names = compiling ? namesIn(ts, path, given) : [];
      Object.assign(runningCell() ?? {}, { names });
      hasExports = names.length > 0;
      text = hasExports ? `${given}\nexport {${names.join(', ')}}` : given;
      return true;
    },
  };
}

/** The names that a cell declares, as tslab finds them. @param {any} ts @param {string} path @param {string} text */
function namesIn(ts, path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  ts.bindSourceFile(file, {});
  return [...(file.locals?.keys() ?? [])];
}

module.exports = { cellText, whileCompiling };
