// The reader of IDX files, packed with gzip or not, held against the bytes themselves.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readIdx, readImages, readLabels } from 'nnlab';
import { damage, oddNumber, oneOf } from './lib/mutations.mjs';

/** @typedef {import('./lib/target.mjs').Random} Random */

export const name = 'idx';

const MOST_BYTES = 64 * 1024 * 1024;

/** @param {number[]} sizes */
function file(...sizes) {
  const count = sizes.reduce((product, size) => product * size, 1);
  const bytes = Buffer.alloc(4 + 4 * sizes.length + count);
  bytes.writeUInt32BE(0x0800 + sizes.length);
  sizes.forEach((size, i) => bytes.writeUInt32BE(size, 4 + 4 * i));
  for (let i = 0; i < count; i++) bytes[4 + 4 * sizes.length + i] = (i * 7) % 10;
  return new Uint8Array(bytes);
}

const plain = [file(12), file(1), file(12, 3, 3), file(2, 28, 28), file(5, 4), file(2, 2, 2, 2)];

export function seeds() {
  return [...plain, ...plain.map((bytes) => new Uint8Array(gzipSync(bytes)))];
}

/** @param {Random} random @param {Uint8Array} bytes */
export function mutate(random, bytes) {
  const content = contentOf(bytes) ?? bytes;
  const wasPacked = content !== bytes;
  /** @type {Uint8Array} */
  let changed = Uint8Array.from(content);
  for (let count = random.upTo(1) + 1; count > 0; count--) {
    changed = random.upTo(1) === 0 ? damage(random, changed) : changeHeader(random, changed);
  }
  // Packed anew the header is what is wrong; damaged when packed, the packing is.
  if (!wasPacked) return changed;
  return random.upTo(1) === 0 ? new Uint8Array(gzipSync(changed)) : damage(random, bytes);
}

/** The type, the rank or a size, which stand with the largest part first.
 * @param {Random} random @param {Uint8Array} bytes */
function changeHeader(random, bytes) {
  const copy = Buffer.from(bytes);
  if (copy.length < 8) return new Uint8Array(copy);
  const way = random.upTo(3);
  if (way === 0) copy[2] = oneOf(random, [0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e, random.upTo(255)]);
  else if (way === 1) copy[3] = oneOf(random, [0, 1, 2, 3, 4, 5, random.upTo(255)]);
  else {
    const place = 4 + 4 * random.upTo(Math.max(0, Math.min(copy[3] ?? 0, 4) - 1));
    if (place + 4 <= copy.length) {
      copy.writeUInt32BE(oddNumber(random, copy.readUInt32BE(place)), place);
    }
  }
  return new Uint8Array(copy);
}

const path = join(mkdtempSync(join(tmpdir(), 'fuzz-idx-')), 'file');

/** Each way to read must give just what the bytes hold. @param {Uint8Array} bytes */
export function judge(bytes) {
  writeFileSync(path, bytes);
  const content = contentOf(bytes);
  const right = content && byTheBook(content);
  const [sizes, values] = right ?? [[], []];
  compare(
    readOrSentence(() => joined(readIdx(path).shape, readIdx(path).data)),
    right && joined(sizes, values),
  );
  compare(
    readOrSentence(() => joined(readImages(path).shape, readImages(path).data)),
    right && sizes.length === 3 ? joined(sizes, values) : undefined,
  );
  const areLabels = sizes.length === 1 && values.every((label) => label < 10);
  compare(
    readOrSentence(() => joined([], readLabels(path))),
    areLabels ? joined([], values) : undefined,
  );
  return right ? 'read' : 'refused';
}

/** @param {Iterable<number>} sizes @param {Iterable<number>} values */
function joined(sizes, values) {
  return `${[...sizes].join(' x ')}: ${[...values].join(' ')}`;
}

/** @param {string | undefined} read @param {string | undefined} right */
function compare(read, right) {
  if (read === right) return;
  if (right === undefined) throw new Error(`a wrong file is read as ${read?.slice(0, 60)}`);
  throw new Error(`${right.slice(0, 60)} is read as ${read?.slice(0, 60)}`);
}

/** @param {() => string} read */
function readOrSentence(read) {
  try {
    return read();
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    if (!message.startsWith(`${path} `) || message.length > path.length + 250) {
      throw new Error(`it is refused with: ${message}`);
    }
    return undefined;
  }
}

/** @param {Uint8Array} bytes */
function contentOf(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }));
  } catch {
    return undefined;
  }
}

/** Sizes and values of plain IDX bytes.
 * @param {Uint8Array} bytes @returns {[number[], number[]] | undefined} */
function byTheBook(bytes) {
  const file = Buffer.from(bytes);
  const rank = file[3] ?? 0;
  const start = 4 + 4 * rank;
  if (file.length < start || rank < 1 || rank > 4 || file.readUInt32BE(0) !== 0x0800 + rank) return;
  const sizes = Array.from({ length: rank }, (_, i) => file.readUInt32BE(4 + 4 * i));
  const count = sizes.reduce((product, size) => product * size, 1);
  return file.length === start + count ? [sizes, [...file.subarray(start)]] : undefined;
}
