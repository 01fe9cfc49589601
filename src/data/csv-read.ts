import type { DataFrame } from 'nodejs-polars';
import type { LabelledImages } from './dataset';
import { firstGap, imagesOfFrame, type Cell } from './frame';
import { polars } from './polars';
import { checkedHeader } from './csv-header';
import { readFileBytes } from '../files/file-bytes';
import { reasonOf } from '../files/reason';

const CURE = 'Correct it, or delete it and run: npm run data -- --csv';
const BEYOND = 'beyond the last column';

/**
 * Reads a CSV file with the columns label, pixel1, pixel2 … into a Polars frame. A value
 * that is not a whole number from 0 to 255 becomes a missing one, to be seen there; a wrong
 * header or a row that is too long stops with an error.
 */
export function readCsvFrame(path: string): DataFrame {
  return named(path, () => parseCsv(readFileBytes(path)));
}

/**
 * Reads a CSV file of labels and pixels into the same form the IDX files have. The first
 * value that is missing or wrong stops with an error that names its row and column.
 */
export function readPixelCsv(path: string, classes = 10): LabelledImages {
  return named(path, () => {
    const bytes = readFileBytes(path);
    const frame = parseCsv(bytes);
    const gap = firstGap(frame);
    if (gap !== undefined) throw new Error(badValue(bytes, gap));
    return imagesOfFrame(frame, classes);
  });
}

function parseCsv(bytes: Buffer): DataFrame {
  const pl = polars();
  const columns = checkedHeader(bytes);
  const types = Object.fromEntries(columns.map((name) => [name, pl.UInt8]));
  // Polars drops what a row has beyond its columns, so one more column catches it.
  const frame = pl.readCSV(bytes, { schema: { ...types, [BEYOND]: pl.Utf8 }, rechunk: true });
  const extra = frame.getColumn(BEYOND);
  if (extra.nullCount() < frame.height) {
    const row = extra.isNotNull().toArray().indexOf(true);
    throw new Error(`has more than ${columns.length} values in row ${row}`);
  }
  if (frame.height === 0) throw new Error('has no rows below its header');
  return frame.drop(BEYOND);
}

function badValue(bytes: Buffer, { row, column, name }: Cell): string {
  const text = textAt(bytes, row, column);
  const found = text === undefined || text === '' ? 'no value' : `"${text.slice(0, 20)}"`;
  return `has ${found} in row ${row}, column ${name}, not a whole number from 0 to 255`;
}

/** What stands in a cell, for the error alone; rows count from 0 below the header. */
function textAt(bytes: Buffer, row: number, column: number): string | undefined {
  let start = 0;
  for (let line = 0; line <= row; line++) start = bytes.indexOf('\n', start) + 1;
  const end = bytes.indexOf('\n', start);
  const text = bytes.toString('utf8', start, end < 0 ? undefined : end);
  return text.split(',')[column]?.trim();
}

function named<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${path} ${reasonOf(error)}. ${CURE}`);
  }
}
