import { base64, joinBytes, utf8 } from '../files/bytes';
import { crc32 } from '../files/crc32';
import { deflate } from '../platform';

type Colour = readonly [red: number, green: number, blue: number];

const SIGNATURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY = 0;
const RGB = 2;
const PALETTE = 3;

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = joinBytes([utf8(type), content]);
  return joinBytes([number(content.length), body, number(crc32(body))]);
}

/** A whole number in four bytes, the highest first. */
function number(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

const BITS_A_VALUE = 8;

function header(width: number, height: number, colourType: number): Uint8Array {
  const kind = Uint8Array.of(BITS_A_VALUE, colourType, 0, 0, 0);
  return joinBytes([number(width), number(height), kind]);
}

/** Every row of a PNG starts with its filter: 0 is none, 2 counts from the row above. */
const UP = 2;

/** Rows as a PNG has them. One that repeats the row above, as in enlarged pixels, becomes zeros. */
function withFilterBytes(values: Uint8Array, rowLength: number): Uint8Array {
  const rows = values.length / rowLength;
  const filtered = new Uint8Array(values.length + rows);
  let above: Uint8Array = new Uint8Array(0);
  for (let row = 0; row < rows; row++) {
    const content = values.subarray(row * rowLength, (row + 1) * rowLength);
    if (sameBytes(content, above)) filtered[row * (rowLength + 1)] = UP;
    else filtered.set(content, row * (rowLength + 1) + 1);
    above = content;
  }
  return filtered;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

function pngUrl(values: Uint8Array, width: number, colourType: number, palette?: Uint8Array) {
  const rowLength = colourType === RGB ? 3 * width : width;
  const pieces = [SIGNATURE, chunk('IHDR', header(width, values.length / rowLength, colourType))];
  if (palette) pieces.push(chunk('PLTE', palette));
  pieces.push(chunk('IDAT', deflate(withFilterBytes(values, rowLength))));
  pieces.push(chunk('IEND', new Uint8Array(0)));
  return `data:image/png;base64,${base64(joinBytes(pieces))}`;
}

/** Grey values 0 (black) to 255 (white), row after row, as the data URL of a PNG. */
export function greyUrl(values: Uint8Array, width: number): string {
  return pngUrl(values, width, GREY);
}

/** Red, green, blue of each pixel in turn, as the data URL of a PNG. */
export function rgbUrl(values: Uint8Array, width: number): string {
  return pngUrl(values, width, RGB);
}

/** Each value is a number in a list of colours (few colours make a small file). */
export function paletteUrl(values: Uint8Array, width: number, colours: readonly Colour[]): string {
  return pngUrl(values, width, PALETTE, Uint8Array.from(colours.flat()));
}
