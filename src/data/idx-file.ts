import type { Images } from './dataset';
import { gzip, readFileBytes, writeFileSafely } from '../platform';
import { OtherNumbersError, formatIdx, parseIdx, type IdxArray } from './idx';
import { reasonOf } from '../files/reason';

const CURE = 'Delete it and run: npm run data';
const OTHER_NUMBERS_CURE = 'Give a file of bytes; those of the course come with: npm run data';

/**
 * Reads one IDX file, packed with gzip or not: its shape and one flat array of bytes.
 * @example
 * ```ts
 * import { loadFashion, readIdx } from 'nnlab';
 * const fashion = await loadFashion();
 * const { shape } = readIdx(fashion.files!['t10k-images-idx3-ubyte']);
 * console.log(shape); // how many, rows, columns
 * ```
 */
export function readIdx(path: string): IdxArray {
  try {
    return parseIdx(readFileBytes(path));
  } catch (error) {
    const cure = error instanceof OtherNumbersError ? OTHER_NUMBERS_CURE : CURE;
    throw new Error(`${path} ${reasonOf(error)}. ${cure}`);
  }
}

/**
 * Reads an IDX file of images: shape [count, rows, columns] and the grey values 0-255.
 * @example
 * ```ts
 * import { loadFashion, picture, readImages, show } from 'nnlab';
 * const fashion = await loadFashion();
 * const images = readImages(fashion.files!['t10k-images-idx3-ubyte']);
 * show(picture(images, 0));
 * ```
 */
export function readImages(path: string): Images {
  const { shape, data } = readIdx(path);
  const [count = 0, rows = 0, columns = 0] = shape;
  if (shape.length !== 3) throw wrongKind(path, shape, 'images (count x rows x columns)');
  return { shape: [count, rows, columns], data };
}

/**
 * Reads an IDX file of labels: one number from 0 to `classes` - 1 for each image.
 * @example
 * ```ts
 * import { loadFashion, readLabels } from 'nnlab';
 * const fashion = await loadFashion();
 * const labels = readLabels(fashion.files!['t10k-labels-idx1-ubyte']);
 * console.log(labels[0]);
 * ```
 */
export function readLabels(path: string, classes = 10): Uint8Array {
  const { shape, data } = readIdx(path);
  if (shape.length !== 1) throw wrongKind(path, shape, 'labels (one number each)');
  const wrong = data.findIndex((label) => label >= classes);
  if (wrong >= 0) {
    throw new Error(
      `${path} has label ${data[wrong]} at position ${wrong}; labels are 0 to ${classes - 1}. ${CURE}`,
    );
  }
  return data;
}

/** Writes an IDX file; a name that ends in .gz gets gzip data. */
export function writeIdx(path: string, array: IdxArray): void {
  const bytes = formatIdx(array);
  writeFileSafely(path, path.endsWith('.gz') ? gzip(bytes) : bytes);
}

function wrongKind(path: string, shape: readonly number[], wanted: string): Error {
  return new Error(
    `${path} holds ${shape.join(' x ')} values, not ${wanted}; is it the right file?`,
  );
}
