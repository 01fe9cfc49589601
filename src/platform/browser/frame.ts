/** A column of whole numbers from 0 to 255; 256 stands for a missing value. */
export interface Column {
  readonly name: string;
  readonly values: Uint8Array | Uint16Array;
}

const MISSING = 256;

type Cell = number | null;

/** One row of facts about a frame's columns, as Polars gives it: `frame.min()`. */
interface OneRow {
  row(index: number): Cell[];
}

/** One column, for those who look at it alone. */
class Series {
  constructor(private readonly column: Column) {}

  get name(): string {
    return this.column.name;
  }

  get length(): number {
    return this.column.values.length;
  }

  toArray(): Cell[] {
    return Array.from(this.column.values, cellOf);
  }

  nullCount(): number {
    return this.length - present(this.column).length;
  }
}

/**
 * A data frame with those of Polars' methods that the lessons use, for browsers, where Polars does
 * not run.
 */
export class Frame {
  readonly series: readonly Column[];

  constructor(series: readonly Column[]) {
    this.series = series;
  }

  get columns(): string[] {
    return this.series.map(({ name }) => name);
  }

  get dtypes(): { variant: string }[] {
    return this.series.map(() => ({ variant: 'UInt8' }));
  }

  get height(): number {
    return this.series[0]?.values.length ?? 0;
  }

  get width(): number {
    return this.series.length;
  }

  get shape(): { height: number; width: number } {
    return { height: this.height, width: this.width };
  }

  /** Nothing changes a frame here. */
  clone(): Frame {
    return this;
  }

  getColumn(name: string): Series {
    const column = this.series.find((one) => one.name === name);
    if (!column) throw new Error(`There is no column ${name}.`);
    return new Series(column);
  }

  drop(name: string): Frame {
    return new Frame(this.series.filter((column) => column.name !== name));
  }

  head(count = 5): Frame {
    return this.rowsFrom(0, count);
  }

  tail(count = 5): Frame {
    return this.rowsFrom(Math.max(0, this.height - count), this.height);
  }

  row(index: number): Cell[] {
    return this.series.map(({ values }) => cellOf(values[index] ?? MISSING));
  }

  rows(): Cell[][] {
    return Array.from({ length: this.height }, (_, index) => this.row(index));
  }

  nullCount(): OneRow {
    return this.eachColumn((values, column) => column.values.length - values.length);
  }

  min(): OneRow {
    return this.eachColumn((values) => (values.length > 0 ? lowest(values) : null));
  }

  max(): OneRow {
    return this.eachColumn((values) => (values.length > 0 ? highest(values) : null));
  }

  mean(): OneRow {
    return this.eachColumn((values) => (values.length > 0 ? mean(values) : null));
  }

  /** Divided by one less than the number of values, as Polars does. */
  var(): OneRow {
    return this.eachColumn((values) => (values.length > 1 ? variance(values) : null));
  }

  private rowsFrom(start: number, end: number): Frame {
    return new Frame(
      this.series.map(({ name, values }) => ({ name, values: values.subarray(start, end) })),
    );
  }

  private eachColumn(fact: (values: ArrayLike<number>, column: Column) => Cell): OneRow {
    const cells = this.series.map((column) => fact(present(column), column));
    return { row: () => cells };
  }
}

function cellOf(value: number): Cell {
  return value === MISSING ? null : value;
}

function present({ values }: Column): Uint8Array | Uint16Array {
  return values instanceof Uint8Array ? values : values.filter((value) => value !== MISSING);
}

function lowest(values: ArrayLike<number>): number {
  let least = Infinity;
  for (let i = 0; i < values.length; i++) least = Math.min(least, values[i] as number);
  return least;
}

function highest(values: ArrayLike<number>): number {
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i] as number);
  return most;
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

function variance(values: ArrayLike<number>): number {
  const middle = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) - middle) ** 2;
  return sum / (values.length - 1);
}
