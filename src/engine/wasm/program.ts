/** An address in the program's memory. */
export type Address = number;

/** What wasm/training.ts exports; all matrices are padded, rows to fours, columns to eights. */
export interface TrainingProgram {
  readonly memory: ProgramMemory;
  firstFree(): Address;
  divide(values: Address, count: number, divisor: number): void;
  dense(
    x: Address,
    weights: Address,
    bias: Address,
    out: Address,
    rows: number,
    inputs: number,
    columns: number,
  ): void;
  back(
    slopes: Address,
    weights: Address,
    out: Address,
    rows: number,
    inputs: number,
    columns: number,
  ): void;
  activate(
    kind: number,
    alpha: number,
    values: Address,
    rows: number,
    width: number,
    columns: number,
  ): void;
  activationSlopes(
    kind: number,
    alpha: number,
    results: Address,
    slopes: Address,
    count: number,
  ): void;
  drop(
    values: Address,
    factors: Address,
    rate: number,
    layerKey: number,
    stepKey: number,
    rows: number,
    width: number,
    columns: number,
  ): void;
  dropSlopes(slopes: Address, factors: Address, count: number): void;
  softmaxLoss(
    scores: Address,
    labels: Address,
    rows: number,
    allRows: number,
    classes: number,
    columns: number,
  ): number;
  rightRows(): number;
  useSgd(rate: number): void;
  useMomentum(rate: number, momentum: number, nesterov: number): void;
  useRmsprop(rate: number, share: number, momentum: number, epsilon: number): void;
  useAdam(rate: number, share: number, shareOfSquares: number, epsilon: number): void;
  learnWeights(
    x: Address,
    slopes: Address,
    weights: Address,
    first: Address,
    second: Address,
    scratch: Address,
    rows: number,
    inputs: number,
    columns: number,
  ): void;
  learnBias(
    slopes: Address,
    bias: Address,
    first: Address,
    second: Address,
    scratch: Address,
    rows: number,
    columns: number,
  ): void;
}

/** A WebAssembly memory. */
export interface ProgramMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

export const paddedRows = (rows: number): number => Math.ceil(rows / 4) * 4;
export const paddedColumns = (columns: number): number => Math.ceil(columns / 8) * 8;

const PAGE = 65536;

/** Hands out the program's memory, piece after piece, as numbers that are 0 at first. */
export class ProgramSpace {
  private end: Address;

  constructor(private readonly program: TrainingProgram) {
    this.end = program.firstFree();
  }

  /** Room for so many numbers of four bytes, all 0. */
  take(count: number): Address {
    const start = this.end;
    // Blocks of four numbers begin at multiples of 16.
    this.end = Math.ceil((start + 4 * count) / 16) * 16;
    const { memory } = this.program;
    const missing = this.end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return start;
  }

  /** The numbers there; to be asked for anew after every `take`, which may move the memory. */
  floats(address: Address, count: number): Float32Array {
    return new Float32Array(this.program.memory.buffer, address, count);
  }

  wholes(address: Address, count: number): Int32Array {
    return new Int32Array(this.program.memory.buffer, address, count);
  }

  /** Puts rows of `width` numbers there, padded to `columns`. */
  putRows(address: Address, values: Float32Array, width: number, columns: number): void {
    const rows = values.length / width;
    const place = this.floats(address, rows * columns);
    if (width === columns) return place.set(values);
    for (let row = 0; row < rows; row++) {
      place.set(values.subarray(row * width, (row + 1) * width), row * columns);
    }
  }

  /** The same rows without the padding. */
  rows(address: Address, rows: number, width: number, columns: number): Float32Array {
    const place = this.floats(address, rows * columns);
    if (width === columns) return place.slice();
    const values = new Float32Array(rows * width);
    for (let row = 0; row < rows; row++) {
      values.set(place.subarray(row * columns, row * columns + width), row * width);
    }
    return values;
  }
}
