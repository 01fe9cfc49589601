import { join } from 'node:path';
import { readText } from './file-bytes';
import { projectFolder } from './places';

/** The program that runs a notebook's cells, with its version. */
export function hostVersion(): string {
  return `Node ${process.versions.node}`;
}

/** Whether this is the course's own kernel, which mends what plain tslab does wrong. */
export function isOwnKernel(): boolean {
  return process.execArgv.includes(join(projectFolder, 'scripts', 'kernel', 'preload.cjs'));
}

/** What keeps data frames. */
export function framesVersion(): string {
  return `Polars ${versionOf('nodejs-polars')}`;
}

/** Of a package of ours; read from its own file, since loading it for its number would take long. */
export function versionOf(name: string): string {
  const places =
    name === 'nnlab'
      ? [projectFolder]
      : (require.resolve.paths(name) ?? []).map((place) => join(place, name));
  for (const place of places) {
    try {
      return (JSON.parse(readText(join(place, 'package.json'))) as { version: string }).version;
    } catch {
      continue;
    }
  }
  return 'missing';
}
