import { crc32 } from '../files/crc32';
import { deflate } from '../files/deflate';

type Colour = readonly [red: number, green: number, blue: number];

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY = 0;
const RGB = 2;
const PALETTE = 3;

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function header(width: number, height: number, colourType: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes[8] = 8; // bits for each value
  bytes[9] = colourType;
  return bytes;
}

/** Every row of a PNG starts with the number of its filter; 0 means none. */
function withFilterBytes(values: Uint8Array, rowLength: number): Uint8Array {
  const rows = values.length / rowLength;
  const filtered = new Uint8Array(values.length + rows);
  for (let row = 0; row < rows; row++) {
    const from = row * rowLength;
    filtered.set(values.subarray(from, from + rowLength), row * (rowLength + 1) + 1);
  }
  return filtered;
}

function pngUrl(values: Uint8Array, width: number, colourType: number, palette?: Uint8Array) {
  const rowLength = colourType === RGB ? 3 * width : width;
  const pieces = [SIGNATURE, chunk('IHDR', header(width, values.length / rowLength, colourType))];
  if (palette) pieces.push(chunk('PLTE', palette));
  pieces.push(chunk('IDAT', deflate(withFilterBytes(values, rowLength))));
  pieces.push(chunk('IEND', new Uint8Array(0)));
  return `data:image/png;base64,${Buffer.concat(pieces).toString('base64')}`;
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
