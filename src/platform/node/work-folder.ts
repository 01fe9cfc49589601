import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { currentFolder, isCourse, projectFolder } from './places';

/**
 * The one folder that everything goes into which a lesson writes: `NNLAB_WORK`, or the project's own.
 * A class has the project read-only, and each learner a folder. A program that uses the library alone has
 * its files where it runs; nothing is ever written into an installed package.
 */
export function workFolder(): string {
  return resolve(isCourse ? projectFolder : currentFolder(), process.env['NNLAB_WORK'] ?? '');
}

/** Where something is to be written. */
export function inWork(...parts: readonly string[]): string {
  return join(workFolder(), ...parts);
}

/** Something that is there already: one's own, or the project's, which may be read-only. */
export function findWritten(...parts: readonly string[]): string | undefined {
  return [workFolder(), projectFolder]
    .map((folder) => join(folder, ...parts))
    .find((path) => existsSync(path));
}

/**
 * A path as a reader knows it: short where it lies in one of the project's folders, whose own places
 * are nobody's business but the author's, for what a lesson prints goes into handouts.
 */
export function shownPath(path: string): string {
  const inside = below(workFolder(), path) ?? below(projectFolder, path);
  if (inside !== undefined) return inside;
  const chosen = process.env['NNLAB_DATA'];
  const inChosen = chosen ? below(resolve(chosen), path) : undefined;
  return inChosen === undefined ? path : join('$NNLAB_DATA', inChosen);
}

function below(folder: string, path: string): string | undefined {
  const short = relative(folder, path);
  return short.startsWith('..') ? undefined : short;
}
