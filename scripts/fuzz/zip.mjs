// The reader of zip archives, in which .keras files keep their parts.
import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { openZip } from 'nnlab/dist/keras/zip.js';
import { inProject } from '../setup/project.mjs';
import { damage, oddNumber, oneOf, put } from './lib/mutations.mjs';

/** @typedef {import('./lib/target.mjs').Random} Random */

export const name = 'zip';

const PARTS = ['config.json', 'metadata.json', 'model.weights.h5', 'nnlab.json'];
const LARGEST_PART = 2 ** 20;

/** Where the numbers of a record lie; by the record's signature. */
const RECORDS = [
  { signature: 0x06054b50, fields: [...shorts(4, 6, 8, 10, 20), ...longs(12, 16)] },
  {
    signature: 0x02014b50,
    fields: [...shorts(4, 6, 8, 10, 28, 30, 32, 34), ...longs(16, 20, 24, 38, 42)],
  },
  { signature: 0x04034b50, fields: [...shorts(4, 6, 8, 26, 28), ...longs(14, 18, 22)] },
];

/** @param {number[]} places */
function shorts(...places) {
  return places.map((at) => ({ at, size: 2 }));
}

/** @param {number[]} places */
function longs(...places) {
  return places.map((at) => ({ at, size: 4 }));
}

const folder = inProject('test', 'keras', 'golden', 'keras-3.15');
const packed = ['flatten128', 'functional', 'optimizer-adam'].map(
  (file) => new Uint8Array(readFileSync(`${folder}/${file}.keras`)),
);
const good = [...packed, ...packed.map((bytes) => zipSync(unzipSync(bytes), { level: 0 }))];
const contents = good.flatMap((bytes) => Object.values(unzipSync(bytes)).map(text));

/** @param {Uint8Array} bytes */
function text(bytes) {
  return Buffer.from(bytes).toString('latin1');
}

export function seeds() {
  return good;
}

/** @param {Random} random @param {Uint8Array} bytes */
export function mutate(random, bytes) {
  let changed = bytes;
  for (let count = random.upTo(2) + 1; count > 0; count--) {
    changed = random.upTo(2) === 0 ? damage(random, changed) : changeField(random, changed);
  }
  return changed;
}

/** @param {Random} random @param {Uint8Array} bytes */
function changeField(random, bytes) {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { signature, fields } = oneOf(random, RECORDS);
  const starts = [];
  for (let at = 0; at + 4 <= zip.length; at++) {
    if (zip.readUInt32LE(at) === signature) starts.push(at);
  }
  if (starts.length === 0) return bytes;
  const { at, size } = oneOf(random, fields);
  const place = oneOf(random, starts) + at;
  if (place + size > zip.length) return bytes;
  put(bytes, place, size, oddNumber(random, zip.readUIntLE(place, size)));
  return bytes;
}

/** Nothing but what was packed may come out: no case mends the sums of the archive.
 * @param {Uint8Array} bytes */
export function judge(bytes) {
  const found = readOrReason(bytes);
  if (typeof found === 'string') {
    if (/^(it|its|"[^"]*") /.test(found)) return 'refused';
    throw new Error(`it is refused with: ${found}`);
  }
  const odd = found.find((part) => part !== '' && !contents.includes(part));
  if (odd !== undefined) throw new Error(`a part is read as ${JSON.stringify(odd.slice(0, 40))}`);
  return found.length > 0 ? 'read' : 'refused';
}

/** The parts of a model in the archive, or why there are none.
 * @param {Uint8Array} bytes */
function readOrReason(bytes) {
  try {
    const archive = openZip(bytes);
    return PARTS.filter((part) => archive.has(part)).map((part) =>
      text(archive.read(part, LARGEST_PART)),
    );
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}
