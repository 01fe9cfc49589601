// The files of a cell's program. What packages say is read once; the learner's own files are watched.
'use strict';

/** @typedef {import('@tslab/typescript-for-tslab').SourceFile} SourceFile */
/** @typedef {import('@tslab/typescript-for-tslab').CompilerHost} CompilerHost */
/** @typedef {import('./tslab-inside').Watched} Watched */
/** @typedef {ReturnType<typeof import('./cell-text.cjs').cellText>} CellText */

const DELAY = 250;

/**
 * @param {CompilerHost} host with which they are read
 * @param {Watched} watched @param {CellText} cell @param {readonly string[]} rolled
 * @param {() => void} onChange told when a file of the learner's own is another
 */
function keptFiles(host, { system, roots }, cell, rolled, onChange) {
  /** @type {Map<string, SourceFile>} */
  const kept = new Map();
  /** @type {Map<string, { close(): void }>} */
  const watchers = new Map();
  const readFile = host.readFile.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.readFile = (path) => (path === cell.path ? cell.text() : readFile(path));
  host.getSourceFile = (path, ...how) => {
    const file = kept.get(path) ?? getSourceFile(path, ...how);
    if (file) kept.set(path, file);
    if (file && !isPackaged(path) && !roots.includes(path)) watch(path);
    return file;
  };
  /** @param {string} path */
  const isPackaged = (path) => path.includes('/node_modules/') || rolled.includes(path);
  /** @param {string} path */
  function watch(path) {
    if (watchers.has(path)) return;
    const forget = () => kept.delete(path) && onChange();
    watchers.set(path, system.watchFile(path, forget, DELAY));
  }
  return {
    isPackaged,
    forgetCell: () => roots.forEach((path) => kept.delete(path)),
    close: () => watchers.forEach((watcher) => watcher.close()),
  };
}

module.exports = { keptFiles };
