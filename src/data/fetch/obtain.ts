import { reasonOf } from '../../files/reason';
import { checkWritable, environment, fetchesData, join, shownPath } from '../../platform';
import { liveLine } from '../../kernel/live-line';
import { fetchMissing } from './fetch-missing';
import { findFile, localPlaces, ownDataFolder, readVerified, type FoundFile } from './find';
import { timeouts } from './timeouts';
import type { IdxName, Source, SourceFile } from './sources';

/** The four files of a data set, each whole and verified. */
export type FoundSet = Readonly<Record<IdxName, FoundFile>>;

/** Where to look, where to put what is fetched, and how to tell about it. */
export const surroundings = {
  places: localPlaces,
  get folder(): string {
    return ownDataFolder();
  },
  limits: timeouts,
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
  // NNLAB_DATA=sample shows how a lesson runs where no full set can be had.
  if (environment('NNLAB_DATA') === 'sample') return undefined;
  const found = new Map<IdxName, FoundFile>();
  for (const file of source.files) {
    const there = findFile(source, file, around.places(), around.say);
    if (there !== undefined) found.set(file.name, there);
  }
  const missing = source.files.filter((file) => !found.has(file.name));
  if (missing.length > 0 && fetchesData) {
    const origins = await fetchAloud(source, missing, around);
    for (const [file, origin] of origins) {
      const path = join(around.folder, source.folder, `${file.name}.gz`);
      found.set(file.name, { path, place: origin, content: readVerified(path, file) });
    }
  }
  const isComplete = found.size === source.files.length;
  return isComplete ? (Object.fromEntries(found) as FoundSet) : undefined;
}

async function fetchAloud(
  source: Source,
  missing: readonly SourceFile[],
  { folder, limits, say, line: newLine }: Surroundings,
): Promise<Map<SourceFile, string>> {
  const { title } = source;
  const target = join(folder, source.folder);
  const lacking = `${title}: ${missing.length} of 4 files are not on this machine`;
  try {
    checkWritable(target);
  } catch (error) {
    say(`${lacking}, and none is downloaded: ${reasonOf(error)}`);
    return new Map();
  }
  say(`${lacking}; trying to download them.`);
  const line = newLine();
  const { origins, reasons } = await fetchMissing(
    { source, folder: target, limits, line },
    missing,
  );
  const result =
    origins.size === missing.length
      ? `downloaded into ${shownPath(target)}`
      : `the download failed (${reasons.join('; ')})`;
  line.finish(`${title}: ${result}.`);
  return origins;
}
