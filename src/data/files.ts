import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledImages } from './dataset';
import { samplePath } from './embedded';
import { writePixelCsv } from './formats/csv-write';
import { loadFashion } from './load';
import { dataFolder, shownPath } from './places/find';
import { obtain } from './places/obtain';
import { sources } from './places/sources';

/** Where the four IDX files of Fashion-MNIST lie. */
export interface FashionFiles {
  readonly trainImages: string;
  readonly trainLabels: string;
  readonly testImages: string;
  readonly testLabels: string;
}

/** Where the table of training images and the table of test images lie. */
export interface FashionCsv {
  readonly train: string;
  readonly test: string;
}

/** The paths of Fashion-MNIST's four files, to be opened with `readImages` and `readLabels`. */
export async function fashionFiles(): Promise<FashionFiles> {
  const found = await obtain(sources.fashion);
  if (found === undefined) {
    console.log('Fashion-MNIST: ONLY THE SAMPLE in data/sample. To get all of it: npm run data');
  }
  const pathOf = (name: Parameters<typeof samplePath>[0]): string =>
    found?.[name].path ?? samplePath(name);
  return {
    trainImages: pathOf('train-images-idx3-ubyte'),
    trainLabels: pathOf('train-labels-idx1-ubyte'),
    testImages: pathOf('t10k-images-idx3-ubyte'),
    testLabels: pathOf('t10k-labels-idx1-ubyte'),
  };
}

/**
 * The paths of Fashion-MNIST as two CSV files with the columns label, pixel1 … pixel784, to
 * be opened with `readCsvFrame`. They are written from the IDX files, in the published
 * order, where they are not there yet.
 */
export async function fashionCsv(folder = dataFolder): Promise<FashionCsv> {
  const whole = csvPaths(folder, 'fashion-mnist');
  if (existsSync(whole.train) && existsSync(whole.test)) return whole;
  const fashion = await loadFashion();
  // A sample must never pass for the whole set later.
  const paths = fashion.complete ? whole : csvPaths(folder, 'fashion-mnist-sample');
  writeMissing(paths.train, fashion.train);
  writeMissing(paths.test, fashion.test);
  return paths;
}

function csvPaths(folder: string, name: string): FashionCsv {
  return { train: join(folder, `${name}_train.csv`), test: join(folder, `${name}_test.csv`) };
}

function writeMissing(path: string, examples: LabelledImages): void {
  if (existsSync(path)) return;
  writePixelCsv(path, examples);
  console.log(`${shownPath(path)}: written, ${(statSync(path).size / 1e6).toFixed(0)} MB`);
}
