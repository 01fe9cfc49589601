import { join } from 'node:path';
import type { LiveLine } from '../../show/live';
import { ask } from './ask';
import { withDebianPackage } from './debian';
import { download } from './download';
import { type Patience, Watch } from './patience';
import { copyVerified } from './publish';
import type { Source, SourceFile } from './sources';
import { reasonOf } from '../reason';

/** Where missing files go, how long one waits, and the line that shows how far it is. */
export interface Errand {
  readonly source: Source;
  readonly folder: string;
  readonly limits: Patience;
  readonly line: LiveLine;
}

/**
 * Fetches files into a folder from the mirrors, in their order, then from Debian's package.
 * Gives the reasons where some files could not be had; the others are in their places.
 */
export async function fetchMissing(
  errand: Errand,
  missing: readonly SourceFile[],
): Promise<string[]> {
  const reasons: string[] = [];
  const mirrors = await answeringMirrors(errand, reasons);
  let left = missing;
  for (const mirror of mirrors) left = await fetchFromMirror(errand, mirror, left, reasons);
  if (left.length > 0) left = await fetchFromDebian(errand, left, reasons);
  return left.length > 0 ? reasons : [];
}

/** Asks all mirrors at once, so that being offline costs the patience for one answer. */
async function answeringMirrors(errand: Errand, reasons: string[]): Promise<string[]> {
  const smallest = [...errand.source.files].sort((a, b) => a.bytes - b.bytes)[0]?.name;
  const answers = await Promise.all(
    errand.source.mirrors.map(async (mirror) => {
      const watch = new Watch(errand.limits);
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
  { folder, limits, line }: Errand,
  mirror: string,
  files: readonly SourceFile[],
  reasons: string[],
): Promise<SourceFile[]> {
  const left: SourceFile[] = [];
  for (const file of files) {
    // A mirror that fails twice is not asked again: the next one is likely to be quicker.
    if (left.length >= 2) {
      left.push(file);
      continue;
    }
    const name = `${file.name}.gz`;
    const progress = (received: number, total: number | undefined): void => {
      const of = total === undefined ? '' : ` of ${megabytes(total)}`;
      line.update(`${name}: ${megabytes(received)}${of} MB from ${new URL(mirror).host}`);
    };
    try {
      const url = `${mirror}${name}`;
      await download({ url, file, target: join(folder, name), limits, progress });
    } catch (error) {
      reasons.push(`${name}: ${reasonOf(error)}`);
      left.push(file);
    }
  }
  return left;
}

async function fetchFromDebian(
  { source, folder, limits, line }: Errand,
  files: readonly SourceFile[],
  reasons: string[],
): Promise<readonly SourceFile[]> {
  const { debianPackage } = source;
  if (debianPackage === undefined) return files;
  line.update(`${source.title}: asking for Debian's package ${debianPackage}`);
  const done = new Set<SourceFile>();
  try {
    await withDebianPackage(debianPackage, limits, (unpacked) => {
      for (const file of files) {
        const from = join(unpacked, 'usr/share/datasets', source.folder, `${file.name}.gz`);
        copyVerified(from, join(folder, `${file.name}.gz`), file);
        done.add(file);
      }
    });
  } catch (error) {
    reasons.push(`Debian's package: ${reasonOf(error)}`);
  }
  return files.filter((file) => !done.has(file));
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
