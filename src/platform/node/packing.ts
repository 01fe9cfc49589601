import { constants, deflateSync, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { isPacked } from '../../files/packed';

/** The first bytes of the content, unpacked if need be; none where they cannot be had. */
export function contentStart(bytes: Uint8Array): Uint8Array {
  const start = bytes.subarray(0, 4096);
  if (!isPacked(bytes)) return start;
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array(0);
  }
}

const MOST_IN_ONE = 64 * 2 ** 20;

/** The content, unpacked if need be; stops as soon as it grows beyond `limit` bytes. */
export function unpack(bytes: Uint8Array, limit: number): Uint8Array {
  if (!isPacked(bytes)) return bytes;
  try {
    // In one piece: put together from many, the content would take its memory twice.
    const chunkSize = Math.max(64, Math.min(limit + 1, MOST_IN_ONE));
    return gunzipSync(bytes, { maxOutputLength: limit, chunkSize });
  } catch (error) {
    throw new Error(reasonOf(error instanceof Error ? error : new Error(String(error)), limit));
  }
}

function reasonOf(error: Error & { code?: string }, limit: number): string {
  if (error.code === 'ERR_BUFFER_TOO_LARGE') return `holds more than ${limit} bytes`;
  if (error.code === 'Z_BUF_ERROR') return 'is cut off: its gzip data end too early';
  return `is damaged: unpacking it fails with "${error.message}"`;
}

/** Packs bytes as small as they get, the way a PNG holds them. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9 });
}

/** Packs bytes as a .gz file; as small as they get, or fast. */
export function gzip(bytes: Uint8Array, effort: 'small' | 'fast' = 'small'): Uint8Array {
  return gzipSync(bytes, effort === 'small' ? { level: 9 } : {});
}

/** Unpacks what a zip archive holds; throws as soon as it grows beyond `limit` bytes. */
export function inflateRaw(bytes: Uint8Array, limit: number): Uint8Array {
  return inflateRawSync(bytes, { maxOutputLength: limit });
}
