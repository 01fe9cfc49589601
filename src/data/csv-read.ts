import type { LabelledImages } from './dataset';
import { checkLabels } from './check-labels';
import { checkedHeader, sideLength } from './csv-header';
import { lineOf, PixelRows } from './csv-rows';
import { frameOfRows, type Cell } from './frame';
import { sizeOfFile, wholeLines, type DataFrame } from '../platform';
import { textOf } from '../files/bytes';
import { reasonOf } from '../files/reason';

const CURE = 'Correct it, or delete it and run: npm run data -- --csv';
const NEWLINE = 10;

/** A file with more of them is no table of images, and their list would fill the memory. */
const MOST_GAPS = 1_000_000;

/**
 * Reads a CSV file with the columns label, pixel1, pixel2 … into a Polars frame. A value
 * that is not a whole number from 0 to 255 becomes a missing one, to be seen there. A wrong
 * header, a row that is too long or too short and an empty line between rows stop with an
 * error that names the line. Numbers may stand in quotes or between blanks; empty lines at
 * the end do not count.
 * @example
 * ```ts
 * import { csvPair, loadFashion, readCsvFrame, show } from 'nnlab';
 * const files = csvPair(await loadFashion());
 * show(readCsvFrame(files.test));
 * ```
 */
export function readCsvFrame(path: string): DataFrame {
  return named(path, () => {
    const gaps: Cell[] = [];
    const note = (cell: Cell): void => {
      if (gaps.push(cell) > MOST_GAPS) {
        throw new Error(`has more than ${MOST_GAPS} values that are not 0 to 255`);
      }
    };
    return frameOfRows({ ...parseCsv(path, MOST_GAPS, note), gaps });
  });
}

/**
 * Reads a CSV file of labels and pixels into the same form the IDX files have. The first
 * value that is missing or wrong stops with an error that names its row and column, as does
 * whatever `readCsvFrame` refuses.
 */
export function readPixelCsv(path: string, classes = 10): LabelledImages {
  return named(path, () => {
    const { names, labels, pixels } = parseCsv(path, 0, (cell, text) => {
      throw new Error(badValue(cell, text()));
    });
    const side = sideLength(names.length - 1);
    const examples = {
      images: { shape: [labels.length, side, side] as const, data: pixels },
      labels,
    };
    checkLabels(examples, classes);
    return examples;
  });
}

/** The column names, the labels and the flat rows of pixels of a file. */
function parseCsv(
  path: string,
  mostGaps: number,
  onBad: ConstructorParameters<typeof PixelRows>[2],
) {
  const size = sizeOfFile(path);
  let names: string[] = [];
  let rows: PixelRows | undefined;
  for (const lines of wholeLines(path, size)) {
    if (rows) rows.add(lines);
    else {
      const start = lines.indexOf(NEWLINE) + 1;
      names = checkedHeader(textOf(lines.subarray(0, start)));
      rows = new PixelRows(names, { size, mostGaps }, onBad);
      rows.add(lines.subarray(start));
    }
  }
  if (rows === undefined) throw new Error('is empty');
  return { names, ...rows.finished() };
}

function badValue({ row, name }: Cell, text: string): string {
  const found = text === '' ? 'no value' : `"${text}"`;
  const place = `row ${row}, column ${name} (line ${lineOf(row)})`;
  return `has ${found} in ${place}, not a whole number from 0 to 255`;
}

function named<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${path} ${reasonOf(error)}. ${CURE}`);
  }
}
