import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Dataset } from './dataset';
import { writePixelCsv } from './csv-write';
import { dataFolder, projectFolder } from './fetch/find';

/** The two CSV files of a data set. */
export interface CsvPair {
  readonly train: string;
  readonly test: string;
}

/**
 * The data set as two CSV files in `data/`, one row for each image: label, then 784 grey
 * values, in the order of the published files. Writes them where they are missing.
 */
export function csvPair(dataset: Dataset): CsvPair {
  const size = dataset.complete ? '' : '_sample';
  const stem = `${dataset.name.toLowerCase()}${size}`;
  const write = (part: 'train' | 'test'): string => {
    const path = join(dataFolder, `${stem}_${part}.csv`);
    // Written whole or not at all, so a file that is there is a whole one.
    const isNew = !existsSync(path);
    if (isNew) writePixelCsv(path, dataset[part]);
    console.log(`${relative(projectFolder, path)}${isNew ? ' written' : ' is there'}`);
    return path;
  };
  return { train: write('train'), test: write('test') };
}
