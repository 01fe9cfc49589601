// Changes of bytes that any target may use. Each depends on `random` alone.

/** @typedef {import('./target.mjs').Random} Random */

/** Numbers at which readers stumble: ends of ranges, and one beyond. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** @template T @param {Random} random @param {readonly T[]} list @returns {T} */
export function oneOf(random, list) {
  if (list.length === 0) throw new Error('there is nothing to choose from');
  return /** @type {T} */ (list[random.upTo(list.length - 1)]);
}

/** A number to put in the place of another: an edge, a neighbour, or any.
 * @param {Random} random @param {number} before */
export function oddNumber(random, before) {
  const near = before + random.upTo(8) - 4;
  return oneOf(random, [oneOf(random, EDGES), near, before * 2, random.next32()]) >>> 0;
}

/** Writes a whole number of 1, 2 or 4 bytes over what is there, the smallest part first.
 * @param {Uint8Array} bytes @param {number} at @param {number} size @param {number} value */
export function put(bytes, at, size, value) {
  for (let i = 0; i < size && at + i < bytes.length; i++) bytes[at + i] = value >>> (8 * i);
}

/** @param {Random} random @param {Uint8Array} bytes */
function flipBits(random, bytes) {
  for (let count = random.upTo(7) + 1; count > 0; count--) {
    const at = place(random, bytes);
    if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.upTo(7));
  }
  return bytes;
}

/** @param {Random} random @param {Uint8Array} bytes */
function setNumber(random, bytes) {
  put(bytes, place(random, bytes), oneOf(random, [1, 2, 4]), oddNumber(random, 0));
  return bytes;
}

/** @param {Random} random @param {Uint8Array} bytes */
function cutOff(random, bytes) {
  return bytes.slice(0, place(random, bytes));
}

/** @param {Random} random @param {Uint8Array} bytes */
function leaveOut(random, bytes) {
  const [from, to] = stretch(random, bytes);
  return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)]);
}

/** Repeats a part of the bytes at another place.
 * @param {Random} random @param {Uint8Array} bytes */
function repeat(random, bytes) {
  const [from, to] = stretch(random, bytes);
  const at = place(random, bytes);
  const parts = [bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)];
  return new Uint8Array(Buffer.concat(parts));
}

/** @param {Random} random @param {Uint8Array} bytes */
function append(random, bytes) {
  const more = Uint8Array.from({ length: random.upTo(300) + 1 }, () => random.upTo(255));
  return new Uint8Array(Buffer.concat([bytes, more]));
}

/** @param {Random} random @param {Uint8Array} bytes */
const place = (random, bytes) => random.upTo(Math.max(0, bytes.length - 1));

/** @param {Random} random @param {Uint8Array} bytes @returns {[number, number]} */
function stretch(random, bytes) {
  const from = place(random, bytes);
  return [from, Math.min(bytes.length, from + 1 + random.upTo(oneOf(random, [8, 64, 1024])))];
}

/** Damages bytes in one of the ways that need no knowledge of what they mean.
 * @param {Random} random @param {Uint8Array} bytes @returns {Uint8Array} */
export function damage(random, bytes) {
  const ways = [flipBits, flipBits, setNumber, setNumber, cutOff, leaveOut, repeat, append];
  return oneOf(random, ways)(random, bytes);
}
