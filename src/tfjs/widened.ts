import {
  backend,
  booleanSetting,
  BYTE,
  FLOAT,
  INT,
  typeSetting,
  type NativeAttribute,
  type TensorId,
} from './internals';

/** Rows at a time: what they take beside the result stays in the processor's cache. */
const SLAB = 512;

/** A new tensor of float32 from a tensor of bytes, each divided by `divisor`. */
export function widened(bytes: TensorId, shape: readonly number[], divisor: number): TensorId {
  const work = new Kernels();
  const by = work.number(Float32Array.of(divisor), FLOAT, []);
  const floatsOf = (part: TensorId): TensorId => work.divided(work.floats(part), by);
  const [count = 1, ...rest] = shape;
  try {
    if (count <= SLAB) return work.kept(floatsOf(bytes));
    const result = work.empty(shape);
    for (let start = 0; start < count; start += SLAB) {
      const rows = Math.min(SLAB, count - start);
      const part = work.slice(bytes, [start, ...rest.map(() => 0)], [rows, ...rest]);
      work.write(result, start, rows, floatsOf(part));
      work.freeAllBut(result, by);
    }
    return work.kept(result);
  } finally {
    work.freeAllBut();
  }
}

/** TensorFlow's kernels on bare numbers of tensors, of which neither a tidy nor a gradient hears. */
class Kernels {
  private readonly made = new Set<TensorId>();
  private readonly binding = backend().binding;

  number(values: Float32Array | Int32Array, type: number, shape: number[]): TensorId {
    return this.added(this.binding.createTensor(shape, type, values));
  }

  empty(shape: readonly number[]): TensorId {
    const settings = [typeSetting('dtype', FLOAT), booleanSetting('init', false)];
    return this.call('Empty', settings, [this.wholes(shape)]);
  }

  slice(from: TensorId, begin: readonly number[], size: readonly number[]): TensorId {
    const settings = [typeSetting('T', BYTE), typeSetting('Index', INT)];
    return this.call('Slice', settings, [from, this.wholes(begin), this.wholes(size)]);
  }

  floats(bytes: TensorId): TensorId {
    const types = [typeSetting('SrcT', BYTE), typeSetting('DstT', FLOAT)];
    return this.call('Cast', [...types, booleanSetting('Truncate', false)], [bytes]);
  }

  divided(floats: TensorId, by: TensorId): TensorId {
    return this.call('RealDiv', [typeSetting('T', FLOAT)], [floats, by]);
  }

  /** The kernel writes into the first of its inputs, whatever its name for the result. */
  write(into: TensorId, start: number, rows: number, floats: TensorId): void {
    const places = this.wholes(Array.from({ length: rows }, (_, row) => start + row));
    this.call('InplaceUpdate', [typeSetting('T', FLOAT)], [into, places, floats]);
  }

  /** Takes a tensor out of those that will be freed. */
  kept(id: TensorId): TensorId {
    this.made.delete(id);
    return id;
  }

  freeAllBut(...still: readonly TensorId[]): void {
    for (const id of [...this.made].filter((one) => !still.includes(one))) {
      this.made.delete(id);
      this.binding.deleteTensor(id);
    }
  }

  private wholes(values: readonly number[]): TensorId {
    return this.number(Int32Array.from(values), INT, [values.length]);
  }

  private call(op: string, settings: NativeAttribute[], inputs: TensorId[]): TensorId {
    const [result] = this.binding.executeOp(op, settings, inputs, 1);
    if (!result) throw new Error(`TensorFlow's ${op} gave nothing.`);
    return this.added(result.id);
  }

  private added(id: TensorId): TensorId {
    this.made.add(id);
    return id;
  }
}
