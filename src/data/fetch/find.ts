import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readFileBytes } from '../../files/file-bytes';
import { unpack } from '../../files/unpack';
import type { Source, SourceFile } from './sources';
import { reasonOf } from '../../files/reason';

/** The project's own folder; this file lies three folders below it. */
export const projectFolder = resolve(__dirname, '..', '..', '..');

/** Where downloaded data go. */
export const dataFolder = join(projectFolder, 'data');

/** A data file that is there and is exactly the published one. */
export interface FoundFile {
  readonly path: string;
  /** The folder, as a reader knows it. */
  readonly place: string;
  /** The unpacked bytes. */
  readonly content: Uint8Array;
}

/** The folders to look in, first to last; each has subfolders fashion-mnist and mnist. */
export function localPlaces(): string[] {
  const chosen = process.env['NNLAB_DATA'];
  return [...(chosen ? [resolve(chosen)] : []), dataFolder, '/usr/share/datasets'];
}

/**
 * Looks for a file in the places given and takes the first that is whole. A damaged one is
 * left alone, reported, and passed over.
 */
export function findFile(
  source: Source,
  file: SourceFile,
  places: readonly string[],
  report: (line: string) => void,
): FoundFile | undefined {
  for (const place of places) {
    const folder = join(place, source.folder);
    for (const path of [join(folder, `${file.name}.gz`), join(folder, file.name)]) {
      if (!existsSync(path)) continue;
      try {
        return { path, place: shownPath(folder), content: readVerified(path, file) };
      } catch (error) {
        report(`${reasonOf(error)}; it is passed over.`);
      }
    }
  }
  return undefined;
}

/** The unpacked content of a file, if its length and SHA-256 are the published ones. */
export function readVerified(path: string, file: SourceFile): Uint8Array {
  try {
    return verified(unpack(readFileBytes(path), file.bytes), file);
  } catch (error) {
    throw new Error(`${shownPath(path)} ${reasonOf(error)}`);
  }
}

function verified(content: Uint8Array, file: SourceFile): Uint8Array {
  if (content.length !== file.bytes) {
    throw new Error(`has ${content.length} bytes unpacked, not ${file.bytes}`);
  }
  const sum = createHash('sha256').update(content).digest('hex');
  if (sum !== file.sha256) {
    throw new Error(
      `is not the published file: its SHA-256 begins ${sum.slice(0, 8)}, not ${file.sha256.slice(0, 8)}`,
    );
  }
  return content;
}

/**
 * A path as a reader knows it: short where it lies inside the project or below `NNLAB_DATA`, whose
 * own place is nobody's business but the author's, for what a lesson prints goes into handouts.
 */
export function shownPath(path: string): string {
  const inside = below(projectFolder, path);
  if (inside !== undefined) return inside;
  const chosen = process.env['NNLAB_DATA'];
  const inChosen = chosen ? below(resolve(chosen), path) : undefined;
  return inChosen === undefined ? path : join('$NNLAB_DATA', inChosen);
}

function below(folder: string, path: string): string | undefined {
  const short = relative(folder, path);
  return short.startsWith('..') ? undefined : short;
}
