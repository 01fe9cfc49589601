import type { DataFrame } from 'nodejs-polars';
import { checkLabels } from './check-labels';
import type { LabelledImages } from './dataset';
import { pixelColumns, sideLength } from './csv-header';
import { byteColumns, polars } from './polars';

/** A place in a table; row and column count from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly name: string;
}

/** The first missing value, row by row, of a frame; undefined where all are there. */
export function firstGap(frame: DataFrame): Cell | undefined {
  const missing = frame.nullCount().row(0) as number[];
  let first: Cell | undefined;
  missing.forEach((count, column) => {
    if (count === 0) return;
    const name = frame.columns[column] ?? '';
    const row = frame.getColumn(name).isNull().toArray().indexOf(true);
    if (first === undefined || row < first.row) first = { row, column, name };
  });
  return first;
}

/**
 * Takes images and labels out of a frame as `readCsvFrame` gives it. A missing value and a
 * label that is not one of 0 to `classes` - 1 stop with an error.
 */
export function imagesOfFrame(frame: DataFrame, classes = 10): LabelledImages {
  const side = sideLength(frame.width - 1);
  checkColumns(frame, pixelColumns(side * side));
  const gap = firstGap(frame);
  if (gap !== undefined) throw new Error(`has no value in row ${gap.row}, column ${gap.name}`);
  const [labels = new Uint8Array(0), ...pixels] = byteColumns(frame);
  const images = { shape: [labels.length, side, side] as const, data: rowsOf(pixels) };
  const examples = { images, labels };
  checkLabels(examples, classes);
  return examples;
}

/** The table of any images: one row each, the columns label, pixel1, pixel2 and so on. */
export function frameOfImages({ images, labels }: LabelledImages): DataFrame {
  const [count, rows, columns] = images.shape;
  const values = [labels, ...columnsOf(images.data, count, rows * columns)];
  const names = pixelColumns(rows * columns);
  return polars().DataFrame(Object.fromEntries(names.map((name, i) => [name, values[i]])));
}

function checkColumns(frame: DataFrame, expected: readonly string[]): void {
  const { UInt8 } = polars();
  const { columns, dtypes } = frame;
  const wrong = expected.findIndex(
    (name, i) => columns[i] !== name || dtypes[i]?.variant !== UInt8.variant,
  );
  if (wrong < 0) return;
  throw new Error(
    `has "${columns[wrong]}" (${dtypes[wrong]?.variant}) as column ${wrong + 1}, not ` +
      `"${expected[wrong]}" (UInt8); readCsvFrame reads a file so`,
  );
}

// Columns to rows a block at a time, because whole columns would not stay in the cache.
const BLOCK = 64;

function rowsOf(columns: readonly Uint8Array[]): Uint8Array {
  const width = columns.length;
  const height = columns[0]?.length ?? 0;
  const rows = new Uint8Array(width * height);
  for (let start = 0; start < height; start += BLOCK) {
    const end = Math.min(start + BLOCK, height);
    columns.forEach((values, column) => {
      for (let row = start; row < end; row++) rows[row * width + column] = values[row] ?? 0;
    });
  }
  return rows;
}

function columnsOf(rows: Uint8Array, height: number, width: number): Uint8Array[] {
  const columns = Array.from({ length: width }, () => new Uint8Array(height));
  for (let start = 0; start < height; start += BLOCK) {
    const end = Math.min(start + BLOCK, height);
    columns.forEach((values, column) => {
      for (let row = start; row < end; row++) values[row] = rows[row * width + column] ?? 0;
    });
  }
  return columns;
}
