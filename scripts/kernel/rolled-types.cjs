// The types of the packages that the lessons use, rolled into one file each by `npm run build` (scripts/types).
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');
/** @type {Record<string, object>} */
const rolls = require('../types/rolls.json');

const FOLDER = join(__dirname, '..', '..', '.cache', 'types');

const NOWHERE = { resolvedModule: undefined };

/** Without all of them, the kernel reads the packages' own files. @returns {string[]} */
function rolledFiles() {
  const files = Object.keys(rolls).map((name) => join(FOLDER, name));
  return files.every((file) => existsSync(file)) ? files : [];
}

/**
 * Looks in the packages only for modules that no rolled file has.
 * @param {import('./tslab-inside').Ts} ts
 * @param {import('@tslab/typescript-for-tslab').CompilerHost} host
 * @param {import('@tslab/typescript-for-tslab').CompilerOptions} options
 * @param {readonly string[]} rolled
 */
function resolveOutside(ts, host, options, rolled) {
  const inRolled = () => new Set(rolled.flatMap((path) => modulesOf(host, path)));
  host.resolveModuleNameLiterals = (names, from) => {
    // Rolled files import from nowhere else.
    if (rolled.includes(from)) return names.map(() => NOWHERE);
    const found = inRolled();
    return names.map(({ text }) => {
      if (found.has(text)) return NOWHERE;
      const { resolvedModule } = ts.resolveModuleName(text, from, options, host);
      return { resolvedModule };
    });
  };
}

/** @param {import('@tslab/typescript-for-tslab').CompilerHost} host @param {string} path @returns {string[]} */
function modulesOf(host, path) {
  const file = /** @type {any} */ (host.getSourceFile(path, 99));
  return file?.ambientModuleNames ?? [];
}

module.exports = { resolveOutside, rolledFiles };
