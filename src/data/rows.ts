import { mustBeLabelled } from './check-labels';
import type { Images, LabelledImages } from './dataset';
import { at } from '../checks/at';
import { pixelsToSee, quickSource, untilAsked } from './until-asked';

/**
 * The rows from `start` up to, not including, `end`, without copying; negative counts from the end.
 * @example
 * ```ts
 * import { loadFashion, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const first = sliceRows(fashion.train, 0, 10);
 * console.log(first.labels.length); // 10
 * ```
 */
export function sliceRows(examples: LabelledImages, start: number, end?: number): LabelledImages {
  mustBeLabelled('sliceRows', examples);
  const { images, labels } = examples;
  const [, rows, columns] = images.shape;
  const size = rows * columns;
  const part = labels.subarray(start, end);
  // subarray settles what negative and missing ends mean; the images follow the labels.
  const first = part.byteOffset - labels.byteOffset;
  return {
    images: {
      shape: [part.length, rows, columns],
      data: images.data.subarray(first * size, (first + part.length) * size),
    },
    labels: part,
  };
}

/**
 * The rows with these numbers, in this order.
 * @example
 * ```ts
 * import { loadFashion, pickRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const three = pickRows(fashion.train, [5, 2, 9]);
 * console.log(three.labels);
 * ```
 */
export function pickRows(examples: LabelledImages, order: ArrayLike<number>): LabelledImages {
  mustBeLabelled('pickRows', examples);
  const { images, labels } = examples;
  const [count, rows, columns] = images.shape;
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? -1;
    if (!(row >= 0 && row < count))
      throw new Error(`There is no row ${row}; rows are 0 to ${count - 1}.`);
  }
  const data = picked(pixelsToSee(images), rows * columns, order);
  return {
    images: { shape: [order.length, rows, columns], data },
    labels: picked(labels, 1, order),
  };
}

/**
 * The same for a large part of a set: its pixels, too, need no memory until somebody asks for them, where they can be
 * picked once more from what nobody writes into.
 */
export function partOf(examples: LabelledImages, order: Int32Array): LabelledImages {
  const { images, labels } = pickRows(examples, order);
  const source = quickSource(examples.images);
  return { images: source ? pickedUntilAsked(images, source, order.slice()) : images, labels };
}

function pickedUntilAsked(images: Images, source: () => Uint8Array, order: Int32Array): Images {
  const [, rows, columns] = images.shape;
  return untilAsked(images, () => picked(source(), rows * columns, order), true);
}

/** Pieces of `size` bytes, in this order. */
function picked(bytes: Uint8Array, size: number, order: ArrayLike<number>): Uint8Array {
  const pieces = new Uint8Array(order.length * size);
  for (let i = 0; i < order.length; i++) {
    const row = at(order, i);
    pieces.set(bytes.subarray(row * size, (row + 1) * size), i * size);
  }
  return pieces;
}

/**
 * One after the other: the rows of `first`, then those of `second`.
 * @example
 * ```ts
 * import { joinRows, loadFashion } from 'nnlab';
 * const fashion = await loadFashion();
 * const all = joinRows(fashion.train, fashion.test);
 * console.log(all.labels.length);
 * ```
 */
export function joinRows(first: LabelledImages, second: LabelledImages): LabelledImages {
  mustBeLabelled('joinRows', first);
  mustBeLabelled('joinRows', second);
  const [, rows, columns] = first.images.shape;
  const [, otherRows, otherColumns] = second.images.shape;
  if (rows !== otherRows || columns !== otherColumns) {
    throw new Error(
      `Images of ${rows} x ${columns} and of ${otherRows} x ${otherColumns} cannot be joined.`,
    );
  }
  const count = first.labels.length + second.labels.length;
  return {
    images: { shape: [count, rows, columns], data: joined(first.images.data, second.images.data) },
    labels: joined(first.labels, second.labels),
  };
}

/**
 * One image of many.
 * @example
 * ```ts
 * import { imageAt, loadFashion, picture, show } from 'nnlab';
 * const fashion = await loadFashion();
 * show(picture(imageAt(fashion.train.images, 3), 0));
 * ```
 */
export function imageAt(images: Images, row: number): Images {
  const [count, rows, columns] = images.shape;
  if (!Number.isInteger(row) || row < 0 || row >= count) {
    throw new Error(`There is no image ${row}; images are 0 to ${count - 1}.`);
  }
  const size = rows * columns;
  const pixels = quickSource(images)?.().slice(row * size, (row + 1) * size);
  const data = pixels ?? images.data.subarray(row * size, (row + 1) * size);
  return { shape: [1, rows, columns], data };
}

/**
 * The grey value, 0-255, of one pixel of one image; all three are counted from 0.
 * @example
 * ```ts
 * import { loadFashion, pixelAt } from 'nnlab';
 * const fashion = await loadFashion();
 * console.log(pixelAt(fashion.train.images, 0, 14, 14)); // 0 is black, 255 white
 * ```
 */
export function pixelAt(images: Images, image: number, row: number, column: number): number {
  const [, rows, columns] = images.shape;
  const value = imageAt(images, image).data[row * columns + column];
  if (value === undefined || row >= rows || column >= columns || row < 0 || column < 0) {
    throw new Error(`There is no pixel at row ${row}, column ${column} of ${rows} x ${columns}.`);
  }
  return value;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const result = new Uint8Array(first.length + second.length);
  result.set(first);
  result.set(second, first.length);
  return result;
}
