import { shortened } from './csv-cell';

/** The column names of a pixel table: label, pixel1, pixel2 and so on. */
export function pixelColumns(pixels: number): string[] {
  return ['label', ...Array.from({ length: pixels }, (_, i) => `pixel${i + 1}`)];
}

/** The column names in a file's first line, if they are those of a table of square images. */
export function checkedHeader(line: string): string[] {
  // A byte order mark before the first name is no part of it.
  const names = line
    .replace(/^\ufeff/, '')
    .split(',')
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const expected = pixelColumns(names.length - 1);
  const wrong = names.findIndex((name, i) => name !== expected[i]);
  if (wrong >= 0) {
    throw new Error(
      `has "${shortened(names[wrong] ?? '')}" as the name of column ${wrong + 1}, ` +
        `not ${expected[wrong]}: its first line must be label,pixel1,pixel2 and so on`,
    );
  }
  sideLength(names.length - 1);
  return names;
}

/** Rows and columns of a square image with so many pixels. */
export function sideLength(pixels: number): number {
  const side = Math.sqrt(pixels);
  if (!Number.isInteger(side) || side === 0) {
    throw new Error(`has ${pixels} pixel columns, which is no square; 28 x 28 images have 784`);
  }
  return side;
}
