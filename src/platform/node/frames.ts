import type { DataFrame } from 'nodejs-polars';
import type * as Polars from 'nodejs-polars';
import { loadPackage } from './places';

export type { DataFrame } from 'nodejs-polars';

/** Polars, loaded when it is first needed: it costs a lesson without tables nothing. */
export function polars(): typeof Polars {
  return loadPackage('nodejs-polars') as typeof Polars;
}

interface NativeColumn {
  clone(): NativeColumn;
  append(other: NativeColumn): void;
  toTypedArray(): Uint8Array;
  nullCount(): number;
  isNull(): NativeColumn;
  cast(type: unknown, strict: boolean): NativeColumn;
}

interface NativeFrame {
  getColumns(): NativeColumn[];
}

interface Native {
  readonly JsSeries: {
    newUint8Array(name: string, values: Uint8Array): NativeColumn;
    newUint16Array(name: string, values: Uint16Array): NativeColumn;
  };
  readonly JsDataFrame: new (columns: NativeColumn[]) => unknown;
}

// Polars' own `getColumn` and `Series` build a large object each time, half a second for 785
// columns, so what follows asks its native part.

/**
 * Reads some columns of a frame of UInt8, one after the other in one piece, since hundreds of
 * small pieces leave holes in the memory. A missing value makes a column unreadable.
 */
export function byteColumns(frame: DataFrame): (from: number, to: number) => Uint8Array {
  const columns = nativeColumns(frame);
  return (from, to) => {
    const [first, ...others] = columns.slice(from, to);
    if (first === undefined) return new Uint8Array(0);
    const together = first.clone();
    for (const column of others) together.append(column);
    return together.toTypedArray();
  };
}

/** For each column that misses values, its number and the first row that does. */
export function firstMissing(frame: DataFrame): { column: number; row: number }[] {
  const { UInt8 } = polars();
  return nativeColumns(frame).flatMap((values, column) => {
    if (values.nullCount() === 0) return [];
    return [{ column, row: values.isNull().cast(UInt8, true).toTypedArray().indexOf(1) }];
  });
}

/** A frame of UInt8 columns; a value of 256 in a wider one is a missing value. */
export function frameOfColumns(
  names: readonly string[],
  columns: Iterable<Uint8Array | Uint16Array>,
): DataFrame {
  const { UInt8, _DataFrame } = polars() as typeof Polars & {
    _DataFrame(native: unknown): DataFrame;
  };
  const { JsSeries, JsDataFrame } = native();
  const series = Array.from(columns, (values, i) => {
    const name = names[i] ?? '';
    if (values instanceof Uint8Array) return JsSeries.newUint8Array(name, values);
    return JsSeries.newUint16Array(name, values).cast(UInt8, false);
  });
  return _DataFrame(new JsDataFrame(series));
}

function native(): Native {
  const path = 'nodejs-polars/bin/internals/polars_internal';
  return (loadPackage(path) as { default: Native }).default;
}

function nativeColumns(frame: DataFrame): NativeColumn[] {
  return (frame as DataFrame & { inner(): NativeFrame }).inner().getColumns();
}
