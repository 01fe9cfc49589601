import type { Table } from '../results/table';
import { labelCounts } from '../results/label-counts';
import { formatCount } from '../results/numbers';
import type { Images } from './dataset';
import { pixelsToSee } from './until-asked';

/**
 * How often each label occurs, parts side by side: `countTable({ train: train.labels }, classNames)`.
 * @example
 * ```ts
 * import { countTable, loadFashion, show } from 'nnlab';
 * const fashion = await loadFashion();
 * const parts = { train: fashion.train.labels, test: fashion.test.labels };
 * show(countTable(parts, fashion.classNames));
 * ```
 */
export function countTable(
  parts: Readonly<Record<string, ArrayLike<number>>>,
  classNames: readonly string[],
): Table {
  const named = Object.entries(parts);
  const counts = named.map(([, labels]) => labelCounts(labels, classNames.length));
  return {
    columns: ['label', 'class', ...named.map(([name]) => name)],
    rows: classNames.map((name, label) => [
      label,
      name,
      ...counts.flatMap((own) => own[label] ?? []),
    ]),
    note: named.map(([name, labels]) => `${name}: ${formatCount(labels.length)}`).join(', '),
  };
}

/**
 * The smallest and the largest grey value.
 * @example
 * ```ts
 * import { loadFashion, pixelRange } from 'nnlab';
 * const fashion = await loadFashion();
 * console.log(pixelRange(fashion.train.images)); // [0, 255]
 * ```
 */
export function pixelRange(images: Images): [smallest: number, largest: number] {
  const present = valueCounts(images).flatMap((n, value) => (n > 0 ? [value] : []));
  return [present[0] ?? Number.NaN, present.at(-1) ?? Number.NaN];
}

/**
 * Mean and standard deviation of the grey values after dividing by 255.
 * @example
 * ```ts
 * import { loadFashion, pixelStatistics } from 'nnlab';
 * const fashion = await loadFashion();
 * const { mean, standardDeviation } = pixelStatistics(fashion.train.images);
 * console.log(mean, standardDeviation);
 * ```
 */
export function pixelStatistics(images: Images): { mean: number; standardDeviation: number } {
  const counts = valueCounts(images);
  const average = (of: (value: number) => number): number =>
    counts.reduce((sum, n, value) => sum + n * of(value / 255), 0) / sizeOf(images);
  const mean = average((value) => value);
  return { mean, standardDeviation: Math.sqrt(average((value) => (value - mean) ** 2)) };
}

// Only 256 grey values occur, so counting them once answers every question exactly.
function valueCounts(images: Images): number[] {
  return labelCounts(pixelsToSee(images), 256);
}

const sizeOf = ({ shape: [count, rows, columns] }: Images) => count * rows * columns;
