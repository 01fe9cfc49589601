import { deflateSync } from 'node:zlib';

/** Packs bytes as small as they get, the way a PNG holds them. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9 });
}
