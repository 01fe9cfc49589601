// Learners of a hub are other users of the system: what they run must not lie in a folder that is closed to them.
import { realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { classEnvironment } from '../setup/class.mjs';
import { root, venvPython } from '../setup/project.mjs';

const OTHERS_ENTER = 0o001;

/** One sentence if learners could not start anything; the hub itself would only say that their servers fail. */
export function warnOfClosedFolder() {
  const programs = [process.execPath, venvPython, join(classEnvironment, 'bin', 'python')];
  const closed = closedFolder([join(root, 'package.json'), ...programs]);
  if (closed) {
    console.log(
      `✗ Learners cannot start: ${closed} is closed to other users, and the course, its Python or Node lies in it; ` +
        'install them elsewhere (the course in /srv, say).',
    );
  }
}

/**
 * The uppermost folder on the way to one of these files that other users may not enter.
 * @param {readonly string[]} files @returns {string | undefined}
 * @example closedFolder(['/root/nnlab/package.json']) // '/root'
 */
export function closedFolder(files) {
  const ways = files.flatMap((file) => [foldersAbove(file), foldersAbove(realpathSync(file))]);
  return ways.flat().find((folder) => (statSync(folder).mode & OTHERS_ENTER) === 0);
}

/** From the root down. @param {string} file @returns {string[]} */
function foldersAbove(file) {
  const above = dirname(file);
  return above === file ? [] : [...foldersAbove(above), above];
}
