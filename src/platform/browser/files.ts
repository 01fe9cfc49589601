import { joinBytes } from '../../files/bytes';
import { isPacked } from '../../files/packed';
import { packPieces, unpack, unpackedPieces, unpackedSize } from './packing';
import { resolve } from './places';
import { readSiteFile, siteFileSize } from './site-files';
import { around } from './start';

const LARGEST_FILE = 1024 ** 3;

/** The name of a file in the store and in the site. */
function nameOf(path: string): string {
  return resolve(path).slice(1);
}

/** Large texts are kept packed, by the site and in the store; they have the names they have on Node. */
const packedName = (name: string): string => `${name}.packed`;

const ownPacked = (name: string): Uint8Array | undefined => around().store.read(packedName(name));

export function fileExists(path: string): boolean {
  const name = nameOf(path);
  return (
    around().store.read(name) !== undefined ||
    ownPacked(name) !== undefined ||
    siteFileSize(name) !== undefined ||
    siteFileSize(packedName(name)) !== undefined
  );
}

/** How many bytes a file holds. Errors say what is wrong; the caller puts the name in front. */
export function sizeOfFile(path: string): number {
  const name = nameOf(path);
  const own = around().store.read(name);
  if (own) return own.length;
  const packed = ownPacked(name);
  return packed ? unpackedSize(packed) : (siteFileSize(name) ?? readFileBytes(path).length);
}

/** All bytes of a file: the learner's, or else the site's. */
export function readFileBytes(path: string): Uint8Array {
  const name = nameOf(path);
  const own = around().store.read(name);
  if (own) return own;
  const packed = ownPacked(name);
  if (packed) return unpack(packed, LARGEST_FILE);
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

/** What is written so is a large table: it is kept packed. */
export function replaceFileSync(path: string, write: (put: Put) => void): void {
  const name = nameOf(path);
  const { store } = around();
  store.write(packedName(name), packPieces(write));
  if (store.read(name)) store.remove(name);
}

const NEWLINE = 10;

/** The lines of a file, each with its line end, the last one too. */
export function* wholeLines(path: string, size: number): Generator<Uint8Array, void> {
  let read = 0;
  let begun: Uint8Array = new Uint8Array(0);
  for (const piece of piecesOf(path)) {
    read += piece.length;
    const end = piece.lastIndexOf(NEWLINE) + 1;
    if (end > 0)
      yield begun.length > 0 ? joinBytes([begun, piece.subarray(0, end)]) : piece.subarray(0, end);
    begun = joinBytes(end > 0 ? [piece.subarray(end)] : [begun, piece]);
  }
  if (read < size) throw new Error('became shorter while it was read');
  if (begun.length > 0) yield joinBytes([begun, Uint8Array.of(NEWLINE)]);
}

/** A file that is kept packed is never whole in memory. */
function* piecesOf(path: string): Generator<Uint8Array, void> {
  const packed = ownPacked(nameOf(path));
  if (packed && !around().store.read(nameOf(path))) yield* unpackedPieces(packed);
  else yield readFileBytes(path);
}
