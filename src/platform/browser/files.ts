import { joinBytes } from '../../files/bytes';
import { isPacked } from '../../files/packed';
import { unpack } from './packing';
import { resolve } from './places';
import { readSiteFile, siteFileSize } from './site-files';
import { around } from './start';

const LARGEST_FILE = 1024 ** 3;

/** The name of a file in the store and in the site. */
function nameOf(path: string): string {
  return resolve(path).slice(1);
}

/** The site keeps large texts packed; they have the names they have on Node. */
const packedName = (name: string): string => `${name}.packed`;

export function fileExists(path: string): boolean {
  const name = nameOf(path);
  return (
    around().store.read(name) !== undefined ||
    siteFileSize(name) !== undefined ||
    siteFileSize(packedName(name)) !== undefined
  );
}

/** How many bytes a file holds. Errors say what is wrong; the caller puts the name in front. */
export function sizeOfFile(path: string): number {
  const name = nameOf(path);
  return around().store.read(name)?.length ?? siteFileSize(name) ?? readFileBytes(path).length;
}

/** All bytes of a file: the learner's, or else the site's. */
export function readFileBytes(path: string): Uint8Array {
  const name = nameOf(path);
  const own = around().store.read(name);
  if (own) return own;
  if (siteFileSize(name) !== undefined) return readSiteFile(name);
  if (siteFileSize(packedName(name)) === undefined) throw new Error('is not there');
  const bytes = readSiteFile(packedName(name));
  // A server may have unpacked it on the way.
  return isPacked(bytes) ? unpack(bytes, LARGEST_FILE) : bytes;
}

export function readText(path: string): string {
  return new TextDecoder().decode(readFileBytes(path));
}

export function writeFileSafely(path: string, bytes: Uint8Array): void {
  around().store.write(nameOf(path), bytes);
}

export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  writeFileSafely(path, bytes);
}

/** Adds bytes to the end of a file that is being written. */
export type Put = (bytes: Uint8Array) => void;

export function replaceFileSync(path: string, write: (put: Put) => void): void {
  const pieces: Uint8Array[] = [];
  // The caller uses its memory again.
  write((bytes) => void pieces.push(bytes.slice()));
  writeFileSafely(path, joinBytes(pieces));
}

const NEWLINE = 10;

/** The lines of a file, each with its line end, the last one too. */
export function* wholeLines(path: string, size: number): Generator<Uint8Array, void> {
  const bytes = readFileBytes(path);
  if (bytes.length < size) throw new Error('became shorter while it was read');
  if (bytes.length === 0) return;
  if (bytes.at(-1) === NEWLINE) return void (yield bytes);
  const ended = new Uint8Array(bytes.length + 1);
  ended.set(bytes);
  ended[bytes.length] = NEWLINE;
  yield ended;
}
