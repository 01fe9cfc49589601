import { findWritten, inWork, shownPath } from '../platform';
import type { Dataset } from './dataset';
import { writePixelCsv } from './csv-write';

/** The two CSV files of a data set. */
export interface CsvPair {
  readonly train: string;
  readonly test: string;
}

/**
 * The data set as two CSV files in `data/`, one row for each image: label, then 784 grey
 * values, in the order of the published files. Writes them where they are missing.
 * @example
 * ```ts
 * import { csvPair, loadFashion } from 'nnlab';
 * const files = csvPair(await loadFashion());
 * console.log(files.train, files.test);
 * ```
 */
export function csvPair(dataset: Dataset): CsvPair {
  const size = dataset.complete ? '' : '_sample';
  const stem = `${dataset.name.toLowerCase()}${size}`;
  const write = (part: 'train' | 'test'): string => {
    const place = ['data', `${stem}_${part}.csv`];
    // Written whole or not at all, so a file that is there is a whole one.
    const there = findWritten(...place);
    const path = there ?? inWork(...place);
    if (there === undefined) writePixelCsv(path, dataset[part]);
    console.log(`${shownPath(path)}${there === undefined ? ' written' : ' is there'}`);
    return path;
  };
  return { train: write('train'), test: write('test') };
}
