import {
  environment,
  fileExists,
  inWork,
  join,
  projectFolder,
  readFileBytes,
  resolve,
  sha256,
  sharedDataFolders,
  shownPath,
  unpack,
} from '../../platform';
import type { Source, SourceFile } from './sources';
import { reasonOf } from '../../files/reason';

/** The project's own data: the sample, and what its owner has downloaded. */
export const dataFolder = join(projectFolder, 'data');

/** Where downloaded data go. */
export const ownDataFolder = (): string => inWork('data');

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
  const chosen = environment('NNLAB_DATA');
  const own = [...(chosen ? [resolve(chosen)] : []), ownDataFolder(), dataFolder];
  return [...new Set(own), ...sharedDataFolders];
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
      if (!fileExists(path)) continue;
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
  const sum = sha256(content);
  if (sum !== file.sha256) {
    throw new Error(
      `is not the published file: its SHA-256 begins ${sum.slice(0, 8)}, not ${file.sha256.slice(0, 8)}`,
    );
  }
  return content;
}
