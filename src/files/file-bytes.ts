import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { replaceFileSync } from './replace-file';

const LARGEST_FILE = 1024 ** 3;

/** How many bytes a file holds. Errors say what is wrong; the caller puts the name in front. */
export function sizeOfFile(path: string): number {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about === undefined) throw new Error('is not there');
  if (!about.isFile()) throw new Error('is not a file');
  if (about.size > LARGEST_FILE) throw new Error(`is ${about.size} bytes long, far too many`);
  return about.size;
}

/** All bytes of a file, with the same errors. */
export function readFileBytes(path: string): Buffer {
  sizeOfFile(path);
  return readFileSync(path);
}

/** Writes a file beside its place first, so that the old one stays whole until the new one is. */
export function writeFileSafely(path: string, bytes: Uint8Array): void {
  replaceFileSync(path, (file) => writeFileSync(file, bytes));
}
