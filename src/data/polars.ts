import { createRequire } from 'node:module';
import type { DataFrame } from 'nodejs-polars';
import type * as Polars from 'nodejs-polars';

/** Polars, loaded when it is first needed: it costs a lesson without tables nothing. */
export function polars(): typeof Polars {
  return createRequire(__filename)('nodejs-polars') as typeof Polars;
}

interface NativeFrame {
  getColumns(): { toTypedArray(): Uint8Array }[];
}

/**
 * The columns of a frame of UInt8 as typed arrays; there must be no missing values. Polars'
 * own `getColumn` builds a large object each time, half a second for 785 columns, so this
 * asks its native part.
 */
export function byteColumns(frame: DataFrame): Uint8Array[] {
  const native = (frame as DataFrame & { inner(): NativeFrame }).inner();
  return native.getColumns().map((column) => column.toTypedArray());
}
