import { joinBytes, utf8 } from '../../files/bytes';

// Protocol buffers, as far as a TensorFlow graph needs them: a message is a run of fields,
// each of them its number and kind in one varint, followed by its content.

const VARINT = 0;
const BYTES = 2;
const FLOAT = 5;

/** A whole number in groups of seven bits, lowest first; negative ones as 64 bits. */
function varint(value: number): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

function key(field: number, kind: number): Uint8Array {
  return varint((field << 3) | kind);
}

export function wholeField(field: number, value: number): Uint8Array {
  return joinBytes([key(field, VARINT), varint(value)]);
}

export function floatField(field: number, value: number): Uint8Array {
  const content = new Uint8Array(4);
  new DataView(content.buffer).setFloat32(0, value, true);
  return joinBytes([key(field, FLOAT), content]);
}

/** Text, raw bytes, or a message inside a message. */
export function bytesField(field: number, content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  return joinBytes([key(field, BYTES), varint(bytes.length), bytes]);
}

export function message(...fields: readonly Uint8Array[]): Uint8Array {
  return joinBytes(fields);
}
