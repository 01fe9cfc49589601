// Protocol buffers, as far as a TensorFlow graph needs them: a message is a run of fields,
// each of them its number and kind in one varint, followed by its content.

const VARINT = 0;
const BYTES = 2;
const FLOAT = 5;

/** A whole number in groups of seven bits, lowest first; negative ones as 64 bits. */
function varint(value: number): Buffer {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

function key(field: number, kind: number): Buffer {
  return varint((field << 3) | kind);
}

export function wholeField(field: number, value: number): Buffer {
  return Buffer.concat([key(field, VARINT), varint(value)]);
}

export function floatField(field: number, value: number): Buffer {
  const content = Buffer.alloc(4);
  content.writeFloatLE(value);
  return Buffer.concat([key(field, FLOAT), content]);
}

/** Text, raw bytes, or a message inside a message. */
export function bytesField(field: number, content: string | Uint8Array): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return Buffer.concat([key(field, BYTES), varint(bytes.length), bytes]);
}

export function message(...fields: readonly Uint8Array[]): Buffer {
  return Buffer.concat(fields);
}
