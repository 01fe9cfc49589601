import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

export { basename, dirname, join, relative, resolve, sep } from 'node:path';

const load = createRequire(__filename);

/** The project's own folder; this file lies three folders below it. */
export const projectFolder = resolve(__dirname, '..', '..', '..');

/** Whether that is the course, and not the library alone, installed for a program of one's own. */
export const isCourse = existsSync(join(projectFolder, 'notebooks'));

/** Where the samples of the data sets lie; an installed library brings them in `dist/`. */
export const sampleFolder = join(projectFolder, isCourse ? 'data/sample' : 'dist/data/sample');

/** The folder of a notebook, or of whatever program runs. */
export const currentFolder = (): string => process.cwd();

/** Where other programs keep data sets on this machine. */
export const sharedDataFolders: readonly string[] = ['/usr/share/datasets'];

/** Loads a package when it is first needed: the large ones cost a lesson without them nothing. */
export function loadPackage(name: string): unknown {
  return load(name);
}

/** Loads the package that another one would get under that name. */
export function loadPackageOf(owner: string, name: string): unknown {
  return createRequire(load.resolve(owner))(name);
}

/** A file of an npm package that this project depends on. */
export function packageFile(name: string, path: string): string {
  return resolve(dirname(load.resolve(`${name}/package.json`)), path);
}
