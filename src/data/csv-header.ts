const LONGEST_HEADER = 64 * 1024;

/** The column names of a pixel table: label, pixel1, pixel2 and so on. */
export function pixelColumns(pixels: number): string[] {
  return ['label', ...Array.from({ length: pixels }, (_, i) => `pixel${i + 1}`)];
}

/** The column names in a file's first line, if they are those of a table of square images. */
export function checkedHeader(bytes: Buffer): string[] {
  if (bytes.length === 0) throw new Error('is empty');
  const names = firstLine(bytes)
    .split(',')
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const expected = pixelColumns(names.length - 1);
  const wrong = names.findIndex((name, i) => name !== expected[i]);
  if (wrong >= 0) {
    throw new Error(
      `has "${names[wrong]?.slice(0, 20)}" as the name of column ${wrong + 1}, ` +
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

function firstLine(bytes: Buffer): string {
  const start = bytes.subarray(0, LONGEST_HEADER).toString('utf8');
  // A byte order mark before the first name is no part of it.
  return (start.split('\n', 1)[0] ?? '').replace(/^\ufeff/, '');
}
