import type { DataFrame } from 'nodejs-polars';
import type * as Polars from 'nodejs-polars';
import { Frame, type Column } from './frame';

export type { DataFrame } from 'nodejs-polars';

/** The part of Polars that the library names. */
export function polars(): typeof Polars {
  return { UInt8: { variant: 'UInt8' } } as unknown as typeof Polars;
}

function columnsOf(frame: DataFrame): readonly Column[] {
  return (frame as unknown as Frame).series;
}

/** Reads some columns of a frame of UInt8, one after the other in one piece. */
export function byteColumns(frame: DataFrame): (from: number, to: number) => Uint8Array {
  const columns = columnsOf(frame);
  return (from, to) => {
    const together = new Uint8Array(frame.height * (to - from));
    for (const [i, { values }] of columns.slice(from, to).entries())
      together.set(values, i * frame.height);
    return together;
  };
}

/** For each column that misses values, its number and the first row that does. */
export function firstMissing(frame: DataFrame): { column: number; row: number }[] {
  return columnsOf(frame).flatMap(({ values }, column) => {
    const row = values.indexOf(MISSING);
    return row < 0 ? [] : [{ column, row }];
  });
}

const MISSING = 256;

/** A frame of UInt8 columns; a value of 256 in a wider one is a missing value. */
export function frameOfColumns(
  names: readonly string[],
  columns: Iterable<Uint8Array | Uint16Array>,
): DataFrame {
  // The caller uses its memory again.
  const series = Array.from(columns, (values, i) => ({
    name: names[i] ?? '',
    values: values.slice(),
  }));
  return new Frame(series) as unknown as DataFrame;
}
