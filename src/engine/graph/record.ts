import * as tf from '@tensorflow/tfjs-node';
import {
  backend,
  BOOL,
  FLOAT,
  INT,
  type Backend,
  type NativeAttribute,
  type TensorId,
  type TensorMetadata,
} from '../../tfjs/internals';

/** Why a step cannot be put into a graph, although it can be made: the one reason to go without. */
export class CannotBeRecorded extends Error {}

/** One call of a TensorFlow kernel: its name, its settings, what went in and what came out. */
export interface NativeCall {
  readonly op: string;
  readonly attributes: readonly NativeAttribute[];
  readonly inputs: readonly TensorId[];
  readonly outputs: readonly Omit<TensorMetadata, 'dtype'>[];
}

export interface TensorType {
  readonly shape: readonly number[];
  readonly dtype: number;
}

/** A tensor with its numbers. */
export interface Literal extends TensorType {
  readonly values: Float32Array | Int32Array | Uint8Array;
}

/** All native calls of a piece of work, in order. */
export class Recording {
  readonly calls: NativeCall[] = [];
  /** Every tensor that went into a call or came out of one. */
  readonly types = new Map<TensorId, TensorType>();
  private readonly made = new Map<TensorId, Literal>();
  private readonly native = backend().binding;

  /** Runs `work` for real, once, and writes down what it asks of TensorFlow. */
  run<Result extends tf.TensorContainer>(work: () => Result): Result {
    const bridge = backend();
    const idsOf = bridge.getInputTensorIds.bind(bridge);
    bridge.binding = this.listeningBinding();
    bridge.getInputTensorIds = (tensors) => {
      const ids = idsOf(tensors);
      ids.forEach((id, i) => this.note(id, tensors[i]));
      return ids;
    };
    try {
      return tf.tidy(work);
    } finally {
      bridge.binding = this.native;
      // The method proper is on the prototype; this uncovers it again.
      delete (bridge as Partial<Backend>).getInputTensorIds;
    }
  }

  /** The numbers of a tensor that no call computes; made by JavaScript unless it was there before. */
  literal(id: TensorId): Literal {
    const made = this.made.get(id);
    if (made) return made;
    const type = this.types.get(id);
    if (!type) throw new CannotBeRecorded('it uses a tensor that no kernel made');
    return { ...type, values: this.native.tensorDataSync(id) };
  }

  wasMadeInJavaScript(id: TensorId): boolean {
    return this.made.has(id);
  }

  private note(id: TensorId, tensor: tf.TensorInfo | undefined): void {
    if (!tensor?.shape || this.types.has(id)) return;
    const dtype = { float32: FLOAT, int32: INT, bool: BOOL }[tensor.dtype as string];
    if (dtype !== undefined) this.types.set(id, { shape: [...tensor.shape], dtype });
  }

  private listeningBinding(): Backend['binding'] {
    const { native } = this;
    const listening: Partial<Backend['binding']> = {
      executeOp: (op, attributes, inputs, count) => {
        const outputs = native.executeOp(op, attributes, inputs, count);
        for (const { id, shape, dtype } of outputs) this.types.set(id, { shape, dtype });
        this.calls.push({ op, attributes, inputs: [...inputs], outputs });
        return outputs;
      },
      createTensor: (shape, dtype, values) => {
        const id = native.createTensor(shape, dtype, values);
        const copy = (values as Literal['values']).slice();
        this.made.set(id, { shape: [...shape], dtype, values: copy });
        return id;
      },
      tensorDataSync: () => {
        throw new CannotBeRecorded('it reads a tensor in JavaScript in the middle of a step');
      },
    };
    return Object.create(native, Object.getOwnPropertyDescriptors(listening)) as typeof native;
  }
}
