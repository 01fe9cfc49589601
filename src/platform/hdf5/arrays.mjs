// Plain JavaScript, because a worker starts from a file, and tests run uncompiled.
import { Dataset, File, Group, ready } from 'h5wasm';

/**
 * @typedef {import('./helper').Arrays} Arrays
 * @typedef {import('./helper').StoredArray} StoredArray
 * @typedef {import('./helper').Request} Request
 * @typedef {import('./helper').Reply} Reply
 * @typedef {{ bytes: number, entries: number }} Allowance
 */

const MEGABYTE = 2 ** 20;
const PAGE = 2 ** 16;
const DEEPEST = 12;
const MOST_ENTRIES = 50_000;

/** A reason in words for the reader. */
class Refusal extends Error {}

let memoryLimit = Infinity;
const grow = globalThis.WebAssembly.Memory.prototype.grow;
/**
 * A damaged file may ask for gigabytes; HDF5 then meets what it meets when memory is full.
 * @param {number} pages
 */
globalThis.WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * PAGE > memoryLimit) throw new RangeError('memory is full');
  return grow.call(this, pages);
};

/**
 * What the helper answers.
 * @param {Request} request
 * @returns {Promise<Reply>}
 */
export async function replyTo(request) {
  try {
    const answer =
      'read' in request ? await read(request.read) : await write(request.write, request.groups);
    return { answer };
  } catch (error) {
    // What HDF5 itself says of a bad file is for programmers of HDF5.
    return { error: error instanceof Refusal ? error.message : 'they are damaged' };
  }
}

/**
 * Every array of a file, by its path.
 * @param {Uint8Array} bytes
 * @returns {Promise<Arrays>}
 */
async function read(bytes) {
  const { FS } = await ready;
  memoryLimit = 64 * MEGABYTE + 3 * bytes.length;
  FS.writeFile('in.h5', bytes);
  const file = new File('in.h5', 'r');
  if (file.file_id < 0n) throw new Refusal('they are no HDF5 file, or were cut off');
  /** @type {Arrays} */
  const found = new Map();
  collect(file, '', found, { bytes: bytes.length, entries: MOST_ENTRIES });
  file.close();
  FS.unlink('in.h5');
  return found;
}

/** @param {Group} group @param {string} path @param {Arrays} found @param {Allowance} left */
function collect(group, path, found, left) {
  if (path.split('/').length > DEEPEST) throw new Refusal('their groups are nested too deeply');
  for (const name of group.keys()) {
    if (--left.entries < 0) throw new Refusal('they have too many parts');
    const item = group.get(name);
    if (item instanceof Group) collect(item, `${path}${name}/`, found, left);
    else if (item instanceof Dataset) found.set(path + name, arrayIn(item, left));
  }
}

/** @param {Dataset} dataset @param {Allowance} left @returns {StoredArray} */
function arrayIn(dataset, left) {
  const { shape, total_size: count, size } = dataset.metadata;
  // Keras does not compress, so more numbers than the file has bytes are a trap.
  left.bytes -= count * size;
  if (!shape || left.bytes < 0) throw new Refusal('they promise more numbers than they hold');
  return { shape, data: numbers(dataset) };
}

/**
 * Float32, and the whole numbers a step count may be. Nothing of a model has another type.
 * @param {Dataset} dataset
 */
function numbers({ dtype, value }) {
  if (typeof value === 'bigint' && dtype === '<q') return BigInt64Array.of(value);
  if (typeof value === 'number' && dtype === '<i') return Int32Array.of(value);
  if (typeof value === 'number' && dtype === '<f') return Float32Array.of(value);
  const known = [Float32Array, Int32Array, BigInt64Array].some((type) => value instanceof type);
  return known ? /** @type {StoredArray['data']} */ (value) : null;
}

/** @param {Arrays} arrays @param {readonly string[]} paths @returns {Promise<Uint8Array>} */
async function write(arrays, paths) {
  const { FS } = await ready;
  memoryLimit = Infinity;
  const file = new File('out.h5', 'w');
  /** @type {Map<string, Group>} */
  const groups = new Map([['', file]]);
  for (const path of paths) groupAt(groups, path.split('/'));
  for (const [path, { shape, data }] of arrays) {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    if (data) groupAt(groups, parts).create_dataset({ name, data, shape: [...shape] });
  }
  file.close();
  const bytes = FS.readFile('out.h5');
  FS.unlink('out.h5');
  return bytes;
}

/** @param {Map<string, Group>} groups @param {string[]} parts @returns {Group} */
function groupAt(groups, parts) {
  const path = parts.join('/');
  const known = groups.get(path);
  if (known) return known;
  const group = groupAt(groups, parts.slice(0, -1)).create_group(parts.at(-1) ?? '');
  groups.set(path, group);
  return group;
}
