import type { Table } from '../results/table';
import type { DataFrame } from '../platform';
import { at } from '../checks/at';

/** What one checks before using a table of labels and pixels. */
export interface FrameFacts {
  readonly rows: number;
  readonly columns: number;
  readonly columnNames: readonly string[];
  readonly missing: number;
  /** The smallest and the largest grey value. */
  readonly pixelRange: readonly [number, number];
  /** Mean of the grey values after dividing by 255. */
  readonly mean: number;
  /** Standard deviation of the grey values after dividing by 255. */
  readonly standardDeviation: number;
}

/**
 * Looks a table of labels and pixels over: shape, missing values, range, mean and spread.
 * @example
 * ```ts
 * import { csvPair, inspectFrame, loadFashion, readCsvFrame } from 'nnlab';
 * const files = csvPair(await loadFashion());
 * const facts = inspectFrame(readCsvFrame(files.test));
 * console.log(facts.rows, facts.missing);
 * ```
 */
export function inspectFrame(frame: DataFrame): FrameFacts {
  const pixels = frame.drop('label');
  const missing = numbersOf(pixels.nullCount());
  const counts = missing.map((n) => frame.height - n);
  const means = numbersOf(pixels.mean());
  const mean = weighted(means, counts);
  const spread = numbersOf(pixels.var()).map((variance, i) => {
    const n = at(counts, i);
    // Polars divides by n - 1, which leaves nothing to divide a single value by.
    const own = n > 1 ? variance * ((n - 1) / n) : 0;
    return own + (at(means, i) - mean) ** 2;
  });
  return {
    rows: frame.height,
    columns: frame.width,
    columnNames: frame.columns,
    missing: missing.reduce((sum, n) => sum + n, frame.getColumn('label').nullCount()),
    pixelRange: [Math.min(...present(pixels.min())), Math.max(...present(pixels.max()))],
    mean: mean / 255,
    standardDeviation: Math.sqrt(weighted(spread, counts)) / 255,
  };
}

/**
 * The facts of a table, for a reader.
 * @example
 * ```ts
 * import { csvPair, factsTable, inspectFrame, loadFashion, readCsvFrame, show } from 'nnlab';
 * const files = csvPair(await loadFashion());
 * show(factsTable(inspectFrame(readCsvFrame(files.test))));
 * ```
 */
export function factsTable(facts: FrameFacts): Table {
  const names = facts.columnNames;
  return {
    columns: ['what', 'value'],
    rows: [
      ['rows', facts.rows],
      ['columns', facts.columns],
      ['column names', `${names.slice(0, 3).join(', ')} … ${names.at(-1)}`],
      ['missing values', facts.missing],
      ['pixel range', `${facts.pixelRange[0]} to ${facts.pixelRange[1]}`],
      ['mean after dividing by 255', facts.mean.toFixed(4)],
      ['standard deviation after dividing by 255', facts.standardDeviation.toFixed(4)],
    ],
  };
}

function numbersOf(oneRow: DataFrame): number[] {
  return oneRow.row(0).map((value) => Number(value ?? Number.NaN));
}

/** A column without any value has no smallest and no largest one. */
function present(oneRow: DataFrame): number[] {
  return numbersOf(oneRow).filter((value) => !Number.isNaN(value));
}

function weighted(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  values.forEach((value, i) => {
    const weight = at(weights, i);
    if (weight > 0) sum += value * weight;
    total += weight;
  });
  return sum / total;
}
