import { zipSync, type Zippable } from 'fflate';
import { textOf } from '../files/bytes';
import { crc32 } from '../files/crc32';
import { inflateRaw } from '../platform';
import { short } from './fields';

// Read by hand because fflate, which writes it, neither checks the sums of an archive nor
// says which it holds; the layout is that of PKWARE's APPNOTE.
const END = { signature: 0x06054b50, length: 22, longestComment: 0xffff };
const ENTRY = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
const METHOD = { stored: 0, deflated: 8 };
const ENCRYPTED = 1;

interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly sum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** The bytes of an archive, which keeps its numbers with the lowest byte first. */
class ZipBytes {
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get length(): number {
    return this.bytes.length;
  }

  short(at: number): number {
    return this.view.getUint16(at, true);
  }

  long(at: number): number {
    return this.view.getUint32(at, true);
  }
}

/** The named files of an archive, unpacked only when asked for. */
export interface Archive {
  has(name: string): boolean;
  /** The unpacked file; refused when it is missing, damaged or longer than `limit` bytes. */
  read(name: string, limit: number): Uint8Array;
}

/** Packs files as Keras does: stored, not compressed. */
export function writeZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(files as Zippable, { level: 0 });
}

/** Reads the table of contents of an archive and checks it; nothing is unpacked yet. */
export function openZip(bytes: Uint8Array): Archive {
  const zip = new ZipBytes(bytes);
  const entries = new Map<string, ZipEntry>();
  for (const entry of contents(zip)) {
    if (entries.has(entry.name)) throw new Error(`it holds "${short(entry.name)}" twice`);
    entries.set(entry.name, entry);
  }
  return {
    has: (name) => entries.has(name),
    read(name, limit) {
      const entry = entries.get(name);
      if (!entry) throw new Error(`"${name}" is missing in it`);
      return unpack(zip, entry, limit);
    },
  };
}

function* contents(zip: ZipBytes): Generator<ZipEntry> {
  const end = endOf(zip);
  let count = zip.short(end + 10);
  let at = zip.long(end + 16);
  for (; count > 0; count--) {
    if (at + ENTRY.length > end || zip.long(at) !== ENTRY.signature) throw damaged();
    const nameEnd = at + ENTRY.length + zip.short(at + 28);
    if (nameEnd > end) throw damaged();
    yield entryAt(zip, at, nameEnd);
    at = nameEnd + zip.short(at + 30) + zip.short(at + 32);
  }
}

/** The end record lies in the last 64 KiB, behind it at most a comment. */
function endOf(zip: ZipBytes): number {
  const first = Math.max(0, zip.length - END.length - END.longestComment);
  for (let at = zip.length - END.length; at >= first; at--) {
    if (zip.long(at) === END.signature) return at;
  }
  throw new Error('it is no zip archive, or its end is missing');
}

function entryAt(zip: ZipBytes, at: number, nameEnd: number): ZipEntry {
  const name = textOf(zip.bytes.subarray(at + ENTRY.length, nameEnd));
  // Nothing is ever unpacked to disk; such a name still says that Keras did not write it.
  if (/^[\\/]|\\|(^|\/)\.\.(\/|$)|^[a-z]:/i.test(name)) {
    throw new Error(`it holds a file with the forbidden name "${short(name)}"`);
  }
  return {
    name,
    flags: zip.short(at + 8),
    method: zip.short(at + 10),
    sum: zip.long(at + 16),
    packedSize: zip.long(at + 20),
    size: zip.long(at + 24),
    offset: zip.long(at + 42),
  };
}

function unpack(zip: ZipBytes, entry: ZipEntry, limit: number): Uint8Array {
  if (entry.size > limit) {
    throw new Error(`its "${entry.name}" has ${entry.size} bytes, more than the ${limit} allowed`);
  }
  const file = entry.method === METHOD.deflated ? inflated(zip, entry) : packed(zip, entry);
  if (file.length !== entry.size || crc32(file) !== entry.sum) {
    throw new Error(`its "${entry.name}" is damaged`);
  }
  return file;
}

function inflated(zip: ZipBytes, entry: ZipEntry): Uint8Array {
  try {
    // The length promised in the header also bounds what may come out.
    return inflateRaw(packed(zip, entry), Math.max(1, entry.size));
  } catch {
    throw new Error(`its "${entry.name}" is damaged`);
  }
}

function packed(zip: ZipBytes, entry: ZipEntry): Uint8Array {
  const { name, flags, method, offset, packedSize } = entry;
  if (flags & ENCRYPTED) throw new Error(`its "${name}" is encrypted`);
  if (method !== METHOD.stored && method !== METHOD.deflated) {
    throw new Error(`its "${name}" is compressed in a way nnlab does not know`);
  }
  if (offset + LOCAL.length > zip.length || zip.long(offset) !== LOCAL.signature) {
    throw damaged();
  }
  const start = offset + LOCAL.length + zip.short(offset + 26) + zip.short(offset + 28);
  if (start + packedSize > zip.length) throw damaged();
  return zip.bytes.subarray(start, start + packedSize);
}

function damaged(): Error {
  return new Error('its table of contents is damaged');
}
