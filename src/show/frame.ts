import type { Table } from '../results/table';
import { formatCounted } from '../results/numbers';

/** What a table needs of a Polars data frame. */
export interface Frame {
  readonly columns: string[];
  readonly dtypes: readonly { readonly variant: string }[];
  readonly shape: { readonly height: number; readonly width: number };
  head(count: number): { rows(): unknown[][] };
  tail(count: number): { rows(): unknown[][] };
}

/** Longer or wider frames are shown by their beginning and their end. */
const MOST = 10;
const ENDS = MOST / 2;
const GAP = '…';

/** A data frame's first and last rows and columns, its types and its shape. */
export function frameTable(frame: Frame): Table {
  const { height, width } = frame.shape;
  const headings = frame.columns.map((name, at) => `${name} (${frame.dtypes[at]?.variant})`);
  return {
    columns: ['row', ...shorten(headings)],
    rows: height <= MOST ? numbered(frame.head(height), 0) : firstAndLast(frame),
    note: `${formatCounted(height, 'row')} × ${formatCounted(width, 'column')}`,
  };
}

function firstAndLast(frame: Frame): Table['rows'] {
  const first = numbered(frame.head(ENDS), 0);
  const gap = first[0]?.map(() => GAP) ?? [];
  return [...first, gap, ...numbered(frame.tail(ENDS), frame.shape.height - ENDS)];
}

function numbered(part: { rows(): unknown[][] }, start: number): (string | number)[][] {
  return part.rows().map((row, at) => [start + at, ...shorten(row.map(cellOf))]);
}

function shorten<T>(items: readonly T[]): (T | string)[] {
  if (items.length <= MOST) return [...items];
  return [...items.slice(0, ENDS), GAP, ...items.slice(-ENDS)];
}

/** A missing value stays visible: it is what one looks for in a new table. */
function cellOf(value: unknown): string | number {
  return typeof value === 'number' ? value : String(value ?? 'missing');
}
