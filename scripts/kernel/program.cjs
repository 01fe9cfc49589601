// Fault: for each cell tslab's compiler gathers anew which file refers to which, twice for a cell that declares
// names, only to know the cell's own files. Mended: the bare program, and the few files are looked up.
'use strict';
const { runningCell } = require('./run.cjs');
const { awaitSteps } = require('./stop.cjs');

/** @typedef {import('@tslab/typescript-for-tslab').Program} Program */
/** @typedef {import('@tslab/typescript-for-tslab').SourceFile} SourceFile */

const CELL_MAP = /(^|\/)__tslab__\.js\.map$/;
const MAP_COMMENT = /\n?\/\/# sourceMappingURL=.*\s*$/;

/** @type {Program | undefined} */
let latest;

/**
 * A program as tslab's converter asks it.
 * @param {import('./tslab-inside').Ts} ts @param {Program} program
 */
function builderOf(ts, program) {
  latest = program;
  return {
    getProgram: () => program,
    /** @param {string} name */
    getSourceFile: (name) => boundFile(ts, program, name),
    /** @param {SourceFile} file */
    getAllDependencies: (file) => ownFiles(program, file),
    emit: emitter(ts, program),
  };
}

/** tslab reads a file's names, which are known once it is bound. @param {any} ts @param {Program} program @param {string} name */
function boundFile(ts, program, name) {
  const file = program.getSourceFile(name);
  if (file && !(/** @type {any} */ (file).locals))
    ts.bindSourceFile(file, program.getCompilerOptions());
  return file;
}

/** The file and those of the learner's own that it imports. @param {Program} program @param {SourceFile} file */
function ownFiles(program, file) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {any} one */
  const visit = (one) => {
    if (!one || one.isDeclarationFile || found.has(one.fileName)) return;
    found.add(one.fileName);
    one.resolvedModules?.forEach((/** @type {any} */ { resolvedModule }) => {
      if (resolvedModule) visit(program.getSourceFile(resolvedModule.resolvedFileName));
    });
  };
  visit(file);
  return [...found];
}

/**
 * Emits as the program does, keeps where the cell's lines come from, and lets Stop end it at each await.
 * @param {import('./tslab-inside').Ts} ts @param {Program} program
 */
function emitter(ts, program) {
  /** @param {any} file @param {any} write @param {any} token @param {any} only @param {any} transformers */
  return (file, write, token, only, transformers) => {
    /** @param {string} name @param {string} data */
    const keep = (name, data) => {
      if (!name.endsWith('.map')) write(name, data.replace(MAP_COMMENT, '\n'));
      else if (CELL_MAP.test(name)) Object.assign(runningCell()?.maps ?? {}, { toScript: data });
    };
    const after = [...(transformers?.after ?? []), awaitSteps(ts)];
    return program.emit(file, keep, token, only, { ...transformers, after });
  };
}

module.exports = { builderOf, MAP_COMMENT, latestProgram: () => latest };
