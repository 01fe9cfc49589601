import { join } from '../../platform';
import type { LiveLine } from '../../kernel/live-line';
import { ask } from './ask';
import { withDebianPackage } from './debian';
import { download } from './download';
import { type Timeouts, Watch } from './timeouts';
import { copyVerified } from './publish';
import type { Source, SourceFile } from './sources';
import { reasonOf } from '../../files/reason';

/** Where missing files go, how long one waits, and the line that shows how far it is. */
export interface FetchJob {
  readonly source: Source;
  readonly folder: string;
  readonly limits: Timeouts;
  readonly line: LiveLine;
}

/** What came of it: who gave which file, and what went wrong on the way. */
export interface Fetched {
  readonly origins: Map<SourceFile, string>;
  readonly reasons: string[];
}

/** Fetches files into a folder from the mirrors, in their order, then from Debian's package. */
export async function fetchMissing(
  job: FetchJob,
  missing: readonly SourceFile[],
): Promise<Fetched> {
  const fetched: Fetched = { origins: new Map(), reasons: [] };
  const left = (): SourceFile[] => missing.filter((file) => !fetched.origins.has(file));
  for (const mirror of await answeringMirrors(job, missing, fetched.reasons)) {
    await fetchFromMirror(job, mirror, left(), fetched);
  }
  if (left().length > 0) await fetchFromDebian(job, left(), fetched);
  return fetched;
}

/** Asks all mirrors at once, so that being offline costs the time limit of one answer. */
async function answeringMirrors(
  job: FetchJob,
  missing: readonly SourceFile[],
  reasons: string[],
): Promise<string[]> {
  const smallest = [...missing].sort((a, b) => a.bytes - b.bytes)[0]?.name;
  const answers = await Promise.all(
    job.source.mirrors.map(async (mirror) => {
      const watch = new Watch(job.limits);
      try {
        const have = { bytes: 0, version: undefined };
        const response = await ask(`${mirror}${smallest}.gz`, have, watch.signal);
        await response.body?.cancel();
        return mirror;
      } catch (error) {
        reasons.push(`${new URL(mirror).host} ${reasonOf(error)}`);
        return undefined;
      } finally {
        watch.stop();
      }
    }),
  );
  return answers.filter((mirror): mirror is string => mirror !== undefined);
}

async function fetchFromMirror(
  { folder, limits, line }: FetchJob,
  mirror: string,
  files: readonly SourceFile[],
  { origins, reasons }: Fetched,
): Promise<void> {
  const { host } = new URL(mirror);
  let failures = 0;
  for (const file of files) {
    const name = `${file.name}.gz`;
    const progress = (received: number, total: number | undefined): void => {
      const of = total === undefined ? '' : ` of ${megabytes(total)}`;
      line.update(`${name}: ${megabytes(received)}${of} MB from ${host}`);
    };
    try {
      const url = `${mirror}${name}`;
      await download({ url, file, target: join(folder, name), limits, progress });
      origins.set(file, host);
    } catch (error) {
      reasons.push(`${name}: ${reasonOf(error)}`);
      // After a second failure the next mirror is likely to be quicker.
      if (++failures === 2) return;
    }
  }
}

async function fetchFromDebian(
  { source, folder, limits, line }: FetchJob,
  files: readonly SourceFile[],
  { origins, reasons }: Fetched,
): Promise<void> {
  const { debianPackage } = source;
  if (debianPackage === undefined) return;
  line.update(`${source.title}: asking for Debian's package ${debianPackage}`);
  try {
    await withDebianPackage(debianPackage, limits, (unpacked) => {
      for (const file of files) {
        const name = `${file.name}.gz`;
        const from = join(unpacked, 'usr/share/datasets', source.folder, name);
        copyVerified(from, join(folder, name), file);
        origins.set(file, `Debian's ${debianPackage}`);
      }
    });
  } catch (error) {
    reasons.push(`Debian's package: ${reasonOf(error)}`);
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
