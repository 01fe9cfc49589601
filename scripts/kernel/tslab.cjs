// Finds the tslab that this process is about to run, if it is the one that the repairs were made for.
'use strict';
const { createRequire } = require('node:module');
const { realpathSync } = require('node:fs');

// Another version may have mended a fault, or have its parts elsewhere: it is left as it is.
const MENDED = '1.0.22';

/** @returns {{ load: NodeJS.Require, typescript: string } | null} how to load tslab's own files */
function findTslab() {
  const [, program, command] = process.argv;
  if (command !== 'kernel' || !program) return null;
  try {
    const load = createRequire(realpathSync(program));
    if (load('../package.json').version !== MENDED) return null;
    return { load, typescript: load.resolve('@tslab/typescript-for-tslab') };
  } catch {
    return null;
  }
}

module.exports = { findTslab };
