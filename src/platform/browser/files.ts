import { joinBytes } from '../../files/bytes';
import { isPacked } from '../../files/packed';
import { unpack } from './packing';
import { resolve } from './places';
import { readSiteFile, siteFileSize } from './site-files';
import { around, type FileStore } from './start';

const LARGEST_FILE = 1024 ** 3;

/** The name of a file in the store and in the site. */
function nameOf(path: string): string {
  return resolve(path).slice(1);
}

/** The site keeps large texts packed; they have the names they have on Node. */
const packedName = (name: string): string => `${name}.packed`;

/** What a file holds, piece after piece; each is good until the next. It may be asked for at any time. */
export type Pieces = () => Iterable<Uint8Array>;

interface Table {
  readonly size: number;
  readonly pieces: Pieces;
}

/** Tables that were written, by the stores whose files they are among: they are made anew whenever they are read. */
const tables = new WeakMap<FileStore, Map<string, Table>>();

function tablesHere(): Map<string, Table> {
  const { store } = around();
  const here = tables.get(store) ?? new Map<string, Table>();
  tables.set(store, here);
  return here;
}

export function fileExists(path: string): boolean {
  const name = nameOf(path);
  return (
    around().store.read(name) !== undefined ||
    tablesHere().has(name) ||
    siteFileSize(name) !== undefined ||
    siteFileSize(packedName(name)) !== undefined
  );
}

/** How many bytes a file holds. Errors say what is wrong; the caller puts the name in front. */
export function sizeOfFile(path: string): number {
  const name = nameOf(path);
  const own = around().store.read(name);
  if (own) return own.length;
  return tablesHere().get(name)?.size ?? siteFileSize(name) ?? readFileBytes(path).length;
}

/** All bytes of a file: the learner's, or else the site's. */
export function readFileBytes(path: string): Uint8Array {
  const name = nameOf(path);
  const own = around().store.read(name);
  if (own) return own;
  const table = tablesHere().get(name);
  if (table) return wholeTable(table);
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

/** What is written so is a large table: not it is kept, but what makes it. */
export function replaceFileSync(path: string, pieces: Pieces): void {
  const name = nameOf(path);
  const { store } = around();
  let size = 0;
  for (const piece of pieces()) size += piece.length;
  tablesHere().set(name, { size, pieces });
  if (store.read(name)) store.remove(name);
}

function wholeTable({ size, pieces }: Table): Uint8Array {
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const piece of pieces()) {
    bytes.set(piece, end);
    end += piece.length;
  }
  return bytes;
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

/** A table is never whole in memory. */
function* piecesOf(path: string): Generator<Uint8Array, void> {
  const table = tablesHere().get(nameOf(path));
  if (table && !around().store.read(nameOf(path))) yield* table.pieces();
  else yield readFileBytes(path);
}
