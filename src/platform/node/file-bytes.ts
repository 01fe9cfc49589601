import { existsSync, readFileSync, statSync } from 'node:fs';
import { replaceFileSync } from './replace-file';

const LARGEST_FILE = 1024 ** 3;

export function fileExists(path: string): boolean {
  return existsSync(path);
}

/** How many bytes a file holds. Errors say what is wrong; the caller puts the name in front. */
export function sizeOfFile(path: string): number {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about === undefined) throw new Error('is not there');
  if (!about.isFile()) throw new Error('is not a file');
  if (about.size > LARGEST_FILE) throw new Error(`is ${about.size} bytes long, far too many`);
  return about.size;
}

/** All bytes of a file, with the same errors. */
export function readFileBytes(path: string): Uint8Array {
  sizeOfFile(path);
  return readFileSync(path);
}

/** The text of a file. */
export function readText(path: string): string {
  return new TextDecoder().decode(readFileBytes(path));
}

/** Writes a file beside its place first, so that the old one stays whole until the new one is. */
export function writeFileSafely(path: string, bytes: Uint8Array): void {
  replaceFileSync(path, () => [bytes]);
}
