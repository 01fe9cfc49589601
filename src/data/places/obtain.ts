import { join } from 'node:path';
import { liveLine } from '../../show/live';
import { fetchMissing } from './fetch-missing';
import { dataFolder, findFile, localPlaces, shownPath, type FoundFile } from './find';
import { patience } from './patience';
import type { IdxName, Source, SourceFile } from './sources';

/** The four files of a data set, each whole and verified. */
export type FoundSet = Readonly<Record<IdxName, FoundFile>>;

/** Where to look, where to put what is fetched, and how to tell about it. */
export const surroundings = {
  places: localPlaces,
  folder: dataFolder,
  limits: patience,
  say: (text: string): void => console.log(text),
  line: liveLine,
};

export type Surroundings = typeof surroundings;

/**
 * The data set's files: from this machine, or fetched, which it says. Undefined where
 * neither works; it says why, and the caller has something smaller to offer.
 */
export async function obtain(
  source: Source,
  around: Surroundings = surroundings,
): Promise<FoundSet | undefined> {
  const found = findFiles(source, source.files, around.places(), around.say);
  const missing = source.files.filter((file) => !found.has(file.name));
  if (missing.length > 0) {
    await fetchAloud(source, missing, around);
    const fetched = findFiles(source, missing, [around.folder], () => undefined);
    fetched.forEach((file, name) => found.set(name, file));
  }
  const isComplete = found.size === source.files.length;
  return isComplete ? (Object.fromEntries(found) as FoundSet) : undefined;
}

function findFiles(
  source: Source,
  files: readonly SourceFile[],
  places: readonly string[],
  report: (text: string) => void,
): Map<IdxName, FoundFile> {
  const found = new Map<IdxName, FoundFile>();
  for (const file of files) {
    const there = findFile(source, file, places, report);
    if (there !== undefined) found.set(file.name, there);
  }
  return found;
}

async function fetchAloud(
  source: Source,
  missing: readonly SourceFile[],
  { folder, limits, say, line: newLine }: Surroundings,
): Promise<void> {
  const { title } = source;
  const target = join(folder, source.folder);
  say(`${title}: ${missing.length} of 4 files are not on this machine; trying to download them.`);
  const line = newLine();
  const reasons = await fetchMissing({ source, folder: target, limits, line }, missing);
  const result =
    reasons.length === 0
      ? `downloaded into ${shownPath(target)}`
      : `the download failed (${reasons.join('; ')})`;
  line.finish(`${title}: ${result}.`);
}
