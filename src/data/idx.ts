import { latin1 } from '../files/bytes';
import { contentStart, unpack } from '../platform';

/** What an IDX file holds: bytes in one flat array, and how they are arranged. */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

// The format's type codes; the course's files hold bytes.
const OTHER_TYPES: Readonly<Record<number, readonly [held: string, type: string]>> = {
  0x09: ['signed bytes', 'int8'],
  0x0b: ['16-bit numbers', 'int16'],
  0x0c: ['32-bit numbers', 'int32'],
  0x0d: ['32-bit fractions', 'float'],
  0x0e: ['64-bit fractions', 'double'],
};

/** A sound file that this course has no use for, so that fetching it anew would not help. */
export class OtherNumbersError extends Error {}

const BYTES = 0x08;
const LARGEST_RANK = 4;
// Ten times the largest file of the course: a header that promises more is wrong.
const LARGEST_LENGTH = 512 * 1024 * 1024;

/**
 * Reads IDX bytes, packed with gzip or not. The header is checked before anything is
 * unpacked, so a wrong one costs neither time nor memory. Errors say what is wrong with
 * the file; the caller puts its name in front.
 */
export function parseIdx(bytes: Uint8Array): IdxArray {
  if (bytes.length === 0) throw new Error('is empty');
  const shape = parseHeader(contentStart(bytes));
  const start = 4 + 4 * shape.length;
  const promised = start + shape.reduce((product, size) => product * size, 1);
  if (promised > LARGEST_LENGTH) {
    throw new Error(`promises ${shape.join(' x ')} values in its header, which is too many`);
  }
  const content = unpack(bytes, promised);
  if (content.length !== promised) {
    throw new Error(
      `is ${content.length} bytes long, but its header promises ${shape.join(' x ')} values ` +
        `(${promised} bytes)`,
    );
  }
  return {
    shape,
    data: new Uint8Array(content.buffer, content.byteOffset + start, promised - start),
  };
}

function parseHeader(start: Uint8Array): number[] {
  const [zero1 = 1, zero2 = 1, type = 0, rank = 0] = start;
  if (zero1 !== 0 || zero2 !== 0) {
    throw new Error(`is no IDX file: it starts with ${describeStart(start)}`);
  }
  if (type !== BYTES) {
    const wanted = `but grey values and labels are bytes (code ${BYTES})`;
    const other = OTHER_TYPES[type];
    if (!other) throw new Error(`holds values of an unknown type (code ${type}), ${wanted}`);
    throw new OtherNumbersError(`holds ${other[0]}, ${wanted}; it is an IDX file of ${other[1]}`);
  }
  if (rank < 1 || rank > LARGEST_RANK) {
    throw new Error(`has ${rank} dimensions in its header; 1 to ${LARGEST_RANK} are possible`);
  }
  if (start.length < 4 + 4 * rank) throw new Error('is cut off within its header');
  const view = new DataView(start.buffer, start.byteOffset, start.length);
  return Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
}

function describeStart(start: Uint8Array): string {
  if (start.length < 4) return start.length === 0 ? 'nothing readable' : 'too few bytes';
  const text = latin1(start.subarray(0, 64)).trimStart();
  if (text.startsWith('<')) return 'the text of a web page';
  return `the bytes ${[...start.subarray(0, 4)].join(' ')} instead of 0 0 ${BYTES} and a rank`;
}

/** The bytes of an IDX file, not packed. */
export function formatIdx({ shape, data }: IdxArray): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * shape.length + data.length);
  const view = new DataView(bytes.buffer);
  bytes[2] = BYTES;
  bytes[3] = shape.length;
  shape.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  bytes.set(data, 4 + 4 * shape.length);
  return bytes;
}
