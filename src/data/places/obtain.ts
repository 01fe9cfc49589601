import { findFile, localPlaces, type FoundFile } from './find';
import type { IdxName, Source } from './sources';

/** The four files of a data set, each whole and verified. */
export type FoundSet = Readonly<Record<IdxName, FoundFile>>;

/** The data set's files, from this machine or downloaded; undefined where neither works. */
export async function obtain(source: Source): Promise<FoundSet | undefined> {
  const found: [IdxName, FoundFile][] = [];
  for (const file of source.files) {
    const there = findFile(source, file, localPlaces(), console.log);
    if (there === undefined) return undefined;
    found.push([file.name, there]);
  }
  return Promise.resolve(Object.fromEntries(found) as FoundSet);
}
