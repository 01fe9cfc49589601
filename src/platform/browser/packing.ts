import { Gunzip, gzipSync, inflateSync, zlibSync } from 'fflate';
import { joinBytes } from '../../files/bytes';
import { isPacked } from '../../files/packed';

/** The first bytes of the content, unpacked if need be; none where they cannot be had. */
export function contentStart(bytes: Uint8Array): Uint8Array {
  const start = bytes.subarray(0, 4096);
  if (!isPacked(bytes)) return start;
  try {
    const pieces: Uint8Array[] = [];
    new Gunzip((piece) => pieces.push(piece)).push(start, false);
    return joinBytes(pieces);
  } catch {
    return new Uint8Array(0);
  }
}

const PIECE = 65536;

/** fflate's own word for it. */
const CUT_OFF = 'unexpected EOF';

/** The content of packed bytes, piece after piece. */
function* unpackedPieces(bytes: Uint8Array): Generator<Uint8Array, void> {
  const ready: Uint8Array[] = [];
  let ended = false;
  const stream = new Gunzip((piece, last) => {
    ready.push(piece);
    ended ||= last;
  });
  for (let at = 0; at < bytes.length; at += PIECE) {
    stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    yield* ready.splice(0);
  }
  if (!ended) throw new Error(CUT_OFF);
}

/** The content, unpacked if need be; stops as soon as it grows beyond `limit` bytes. */
export function unpack(bytes: Uint8Array, limit: number): Uint8Array {
  if (!isPacked(bytes)) return bytes;
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (const piece of unpackedPieces(bytes)) {
      size += piece.length;
      if (size > limit) throw new RangeError(`holds more than ${limit} bytes`);
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new Error(error.message);
    const message = error instanceof Error ? error.message : String(error);
    if (message === CUT_OFF) throw new Error('is cut off: its gzip data end too early');
    throw new Error(`is damaged: unpacking it fails with "${message}"`);
  }
  return joinBytes(pieces);
}

/** Packs bytes as small as they get, the way a PNG holds them. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 9 });
}

/** Packs bytes as a .gz file; as small as they get, or fast. */
export function gzip(bytes: Uint8Array, effort: 'small' | 'fast' = 'small'): Uint8Array {
  return gzipSync(bytes, { level: effort === 'small' ? 9 : 6, mtime: 0 });
}

/** Unpacks what a zip archive holds; throws where it is longer than `limit` bytes. */
export function inflateRaw(bytes: Uint8Array, limit: number): Uint8Array {
  // One place more than allowed shows that there would be more.
  const content = inflateSync(bytes, { out: new Uint8Array(limit + 1) });
  if (content.length > limit) throw new Error(`holds more than ${limit} bytes`);
  return content;
}
