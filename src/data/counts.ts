import type { Table } from '../results/table';
import type { Images, LabelledImages } from './dataset';

/** How many images each label has, label 0 first. */
export function labelCounts(labels: ArrayLike<number>, classes = 10): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return counts;
}

/** The counts of several parts side by side: `countTable(split, fashion.classNames)`. */
export function countTable(
  parts: Readonly<Record<string, LabelledImages>>,
  classNames: readonly string[],
): Table {
  const names = Object.keys(parts);
  const counts = Object.values(parts).map((part) => labelCounts(part.labels, classNames.length));
  const sizes = Object.values(parts).map((part) => part.labels.length);
  return {
    columns: ['label', 'class', ...names],
    rows: classNames.map((name, label) => [label, name, ...counts.map((own) => own[label] ?? 0)]),
    note: names.map((name, i) => `${name}: ${(sizes[i] ?? 0).toLocaleString('en-US')}`).join(', '),
  };
}

/** The smallest and the largest grey value. */
export function pixelRange(images: Images): [smallest: number, largest: number] {
  const present = valueCounts(images).flatMap((n, value) => (n > 0 ? [value] : []));
  return [present[0] ?? Number.NaN, present.at(-1) ?? Number.NaN];
}

/** Mean and standard deviation of the grey values after dividing by 255. */
export function pixelStatistics(images: Images): { mean: number; standardDeviation: number } {
  const counts = valueCounts(images);
  const average = (of: (value: number) => number): number =>
    counts.reduce((sum, n, value) => sum + n * of(value / 255), 0) / images.data.length;
  const mean = average((value) => value);
  return { mean, standardDeviation: Math.sqrt(average((value) => (value - mean) ** 2)) };
}

// Only 256 grey values occur, so counting them once answers every question exactly.
function valueCounts(images: Images): number[] {
  return labelCounts(images.data, 256);
}
