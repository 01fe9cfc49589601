import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

let count = 0;

/**
 * Writes a file so that its old version stays whole until the new one is: into a file beside
 * it, which takes its place when every byte is on the disk.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${process.pid}-${count++}.part`;
  try {
    await writeThrough(part, bytes);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
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
