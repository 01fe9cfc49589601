import { checkLabels } from './check-labels';
import type { LabelledImages } from './dataset';
import { pixelColumns, sideLength } from './csv-header';
import { untilAsked } from './until-asked';
import { byteColumns, firstMissing, frameOfColumns, polars, type DataFrame } from '../platform';

/** A place in a table; row and column count from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly name: string;
}

/** The first missing value, row by row, of a frame; undefined where all are there. */
function firstGap(frame: DataFrame): Cell | undefined {
  const [first] = firstMissing(frame).sort((a, b) => a.row - b.row || a.column - b.column);
  return first && { ...first, name: frame.columns[first.column] ?? '' };
}

/**
 * Takes images and labels out of a frame as `readCsvFrame` gives it. A missing value and a
 * label that is not one of 0 to `classes` - 1 stop with an error.
 * @example
 * ```ts
 * import { csvPair, imagesOfFrame, loadFashion, picture, readCsvFrame, show } from 'nnlab';
 * const files = csvPair(await loadFashion());
 * const { images } = imagesOfFrame(readCsvFrame(files.test));
 * show(picture(images, 0));
 * ```
 */
export function imagesOfFrame(frame: DataFrame, classes = 10): LabelledImages {
  const side = sideLength(frame.width - 1);
  checkColumns(frame, pixelColumns(side * side));
  const gap = firstGap(frame);
  if (gap !== undefined) throw new Error(`has no value in row ${gap.row}, column ${gap.name}`);
  // The learner's own frame may become another.
  const rows = pixelsOf(frame.clone());
  const images = { shape: [frame.height, side, side] as const, data: rows() };
  const examples = { images: untilAsked(images, rows, true), labels: byteColumns(frame)(0, 1) };
  checkLabels(examples, classes);
  return examples;
}

// Its own function: the pixels would stay in memory with one made beside them.
const pixelsOf = (frame: DataFrame) => () => rowsOf(byteColumns(frame), frame);

/** The table of any images: one row each, the columns label, pixel1, pixel2 and so on. */
export function frameOfImages({ images, labels }: LabelledImages): DataFrame {
  const [, rows, columns] = images.shape;
  return frameOfRows({ names: pixelColumns(rows * columns), labels, pixels: images.data });
}

/** Labels and flat rows of pixels, and which of their values are missing. */
interface PixelTable {
  readonly names: readonly string[];
  readonly labels: Uint8Array;
  readonly pixels: Uint8Array;
  readonly gaps?: readonly Cell[];
}

/** The same as a frame. */
export function frameOfRows({ names, labels, pixels, gaps = [] }: PixelTable): DataFrame {
  const rowsMissing = new Map<number, number[]>();
  for (const { row, column } of gaps) {
    const rows = rowsMissing.get(column);
    if (rows) rows.push(row);
    else rowsMissing.set(column, [row]);
  }
  function* columns(): Generator<Uint8Array | Uint16Array> {
    let column = 0;
    yield withGaps(labels, rowsMissing.get(column++));
    for (const values of columnsOf(pixels, labels.length, names.length - 1)) {
      yield withGaps(values, rowsMissing.get(column++));
    }
  }
  return frameOfColumns(names, columns());
}

/** As `frameOfColumns` takes it: 256, which is no grey value, where one is missing. */
function withGaps(values: Uint8Array, rows: readonly number[] | undefined) {
  if (rows === undefined) return values;
  const wider = Uint16Array.from(values);
  for (const row of rows) wider[row] = 256;
  return wider;
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

// Between columns and rows a block of columns at a time: all of them would not stay in the
// processor's cache, nor should they all stand in memory twice.
const BLOCK = 64;

/** All columns but the first, which holds the labels. */
function rowsOf(columns: ReturnType<typeof byteColumns>, frame: DataFrame): Uint8Array {
  const { height } = frame;
  const width = frame.width - 1;
  const rows = new Uint8Array(width * height);
  for (let start = 0; start < width; start += BLOCK) {
    const count = Math.min(BLOCK, width - start);
    const block = columns(start + 1, start + 1 + count);
    for (let row = 0; row < height; row++) {
      const place = row * width + start;
      for (let i = 0; i < count; i++) rows[place + i] = block[i * height + row] as number;
    }
  }
  return rows;
}

/** The columns in turn; each is good until the next block begins. */
function* columnsOf(rows: Uint8Array, height: number, width: number): Iterable<Uint8Array> {
  const block = Array.from({ length: Math.min(BLOCK, width) }, () => new Uint8Array(height));
  for (let start = 0; start < width; start += BLOCK) {
    const count = Math.min(BLOCK, width - start);
    for (let row = 0; row < height; row++) {
      const place = row * width + start;
      for (let i = 0; i < count; i++) {
        (block[i] as Uint8Array)[row] = rows[place + i] as number;
      }
    }
    yield* block.slice(0, count);
  }
}
