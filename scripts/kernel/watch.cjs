// Fault: tslab has TypeScript watch 900 files and ask after each of them with every cell, and compiles a cell that
// declares names twice. Mended: what packages say is read once, and a cell is compiled once.
'use strict';
const { cellText } = require('./cell-text.cjs');
const { keptFiles } = require('./kept-files.cjs');
const { builderOf } = require('./program.cjs');
const { resolveOutside, rolledFiles } = require('./rolled-types.cjs');

/** @typedef {import('./tslab-inside').Watched} Watched */

const DELAY = 250;

/**
 * TypeScript's two functions of these names, as far as tslab uses them.
 * @param {import('./tslab-inside').Ts} ts
 */
const watcher = (ts) => ({
  /** @param {string[]} roots @param {Watched['options']} options @param {Watched['system']} system */
  createWatchCompilerHost: (roots, options, system) => ({ roots, options, system }),
  /** @param {Watched} watched */
  createWatchProgram(watched) {
    const { system } = watched;
    let { roots } = watched;
    /** @type {unknown} */
    let timer;
    const programs = programsOf(ts, watched, () => later());
    const update = () => {
      timer = undefined;
      watched.afterProgramCreate?.(builderOf(ts, programs.next(roots)));
    };
    const later = () => {
      if (timer) system.clearTimeout(timer);
      timer = system.setTimeout(update, DELAY);
    };
    // Through these tslab says that there is a new cell.
    for (const root of roots) system.watchFile(root, later, DELAY);
    update();
    /** @param {string[]} names */
    const updateRootFileNames = (names) => {
      roots = names;
      programs.changed();
      later();
    };
    return { close: programs.close, updateRootFileNames };
  },
});

/** @param {import('./tslab-inside').Ts} ts @param {Watched} watched @param {() => void} onChange */
function programsOf(ts, watched, onChange) {
  const rolled = rolledFiles();
  // Without `types`, each package of @types in sight is read, and the browser's names with them. The map says which
  // line of a cell an error comes from.
  const types = rolled.length ? [] : ['node'];
  const options = { ...watched.options, types, sourceMap: true };
  const host = hostOf(ts, options, watched.system);
  const cell = cellText(ts, watched);
  let isChanged = false;
  const changed = () => {
    isChanged = true;
  };
  const files = keptFiles(host, watched, cell, rolled, () => {
    changed();
    onChange();
  });
  resolveOutside(ts, host, options, rolled);
  host.hasInvalidatedResolutions = (path) => !files.isPackaged(path);
  /** @type {import('@tslab/typescript-for-tslab').Program | undefined} */
  let program;
  return {
    changed,
    close: files.close,
    /** @param {readonly string[]} roots */
    next(roots) {
      if (program && !cell.read() && !isChanged) return program;
      isChanged = false;
      files.forgetCell();
      const rootNames = [...rolled, ...roots];
      return (program = ts.createProgram(rootNames, options, host, program));
    },
  };
}

/** Sees the files that tslab sees. @param {import('./tslab-inside').Ts} ts @param {Watched['options']} options @param {Watched['system']} system */
function hostOf(ts, options, system) {
  const { getCurrentDirectory, readFile, fileExists, directoryExists } = system;
  const found = ts.createModuleResolutionCache(getCurrentDirectory(), (path) => path, options);
  const host = {
    ...ts.createCompilerHost(options),
    ...{ getCurrentDirectory, readFile, fileExists, directoryExists },
    // Only TypeScript's own libraries are sought through it, and they stay where they are.
    getModuleResolutionCache: () => found,
    /** @type {import('@tslab/typescript-for-tslab').CompilerHost['getSourceFile']} */
    getSourceFile(path, how) {
      const text = host.readFile(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, how);
    },
  };
  return host;
}

module.exports = { watcher };
