import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder, notWritten } from './not-written';
import { clearParts, partOf } from './part-files';

/**
 * Writes a file so that its old version stays whole until the new one is: into a file beside
 * it, which takes its place when every byte is on the disk.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const part = partOf(path);
  try {
    await writeThrough(part, bytes);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw notWritten(path, error);
  }
  clearParts(path);
  await syncFolder(dirname(path));
}

/** What a file holds, piece after piece; each is good until the next. In a browser it is asked for more than once. */
export type Pieces = () => Iterable<Uint8Array>;

/** The same at once, for a file that comes in pieces; makes its folder, too. */
export function replaceFileSync(path: string, pieces: Pieces): void {
  makeFolder(dirname(path));
  const part = partOf(path);
  try {
    const file = openSync(part, 'w');
    try {
      // Appends, since it is a file that is open; a plain write may stop half-way.
      for (const bytes of pieces()) writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (error) {
    throw notWritten(path, error);
  } finally {
    rmSync(part, { force: true });
  }
  clearParts(path);
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Without it, a power cut may undo the renaming. Some systems cannot sync a folder. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // The file itself is safe; only the moment of the exchange is not.
  }
}
