import { KEYED_RANDOM } from '../keyed-dropout';
import { attribute, fromNative, type Attribute } from './attributes';
import type { GraphWriter, Node } from './graph-writer';
import { FLOAT, INT, type TensorId } from '../../tfjs/internals';
import type { Loop } from './loop';
import { CannotBeRecorded, type NativeCall, type Recording } from './record';
import { at } from '../../checks/at';

/** Types that TensorFlow infers when called but wants stated in a graph: attribute -> input. */
const TYPE_OF_INPUT: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ExpandDims: { T: 0, Tdim: 1 },
  Mean: { T: 0 },
  Select: { T: 1 },
  Tile: { T: 0, Tmultiples: 1 },
  ZerosLike: { T: 0 },
};

/** Writes the calls of a recorded step as nodes of a loop's body. */
export class StepWriter {
  private readonly nodes = new Map<TensorId, Node>();
  /** For a batch of one matrix, the matrix itself. */
  private readonly matrices = new Map<TensorId, Node>();

  constructor(
    private readonly graph: GraphWriter,
    private readonly loop: Loop,
    private readonly recording: Recording,
  ) {}

  /** Says which node stands for a tensor that the step found, as its batch or its weights. */
  give(id: TensorId, node: Node): void {
    this.nodes.set(id, node);
  }

  /** Whether the step uses a tensor at all. */
  reads(id: TensorId): boolean {
    return this.recording.calls.some((call) => call.inputs.includes(id));
  }

  writeCalls(): void {
    for (const call of this.recording.calls) {
      const isDone = this.skipIdle(call) || this.skipReshape(call) || this.writeProduct(call);
      if (!isDone) this.writeCall(call);
    }
  }

  /** The node that computes a tensor, or holds it if nothing in the step does. */
  node(id: TensorId): Node {
    const known = this.nodes.get(id);
    if (known !== undefined) return known;
    const literal = this.recording.literal(id);
    const { values, dtype } = literal;
    const mixed = dtype === FLOAT && values.some((value) => value !== values[0]);
    if (mixed && this.recording.wasMadeInJavaScript(id)) {
      throw new CannotBeRecorded('this layer draws random numbers in JavaScript');
    }
    const node = this.loop.constant(this.graph.constant(literal), dtype);
    this.nodes.set(id, node);
    return node;
  }

  private writeCall(call: NativeCall): void {
    const inputs = call.inputs.map((id) => this.node(id));
    if (call.op === KEYED_RANDOM) inputs[1] = this.keyOfThisStep(call);
    // A node without inputs would run once, before the loop, and not in every turn.
    if (inputs.length === 0) inputs.push(`^${this.loop.counter.now}`);
    const node = this.graph.add(call.op, inputs, this.attributesOf(call));
    call.outputs.forEach(({ id }, i) => this.nodes.set(id, i === 0 ? node : `${node}:${i}`));
    const [input = NaN] = call.inputs;
    const [size, ...rest] = call.outputs[0]?.shape ?? [];
    if (call.op === 'Reshape' && size === 1 && rest.join() === this.shapeOf(input).join()) {
      this.matrices.set(at(call.outputs, 0).id, this.node(input));
    }
  }

  private attributesOf(call: NativeCall): Record<string, Attribute> {
    const stated = call.attributes.map((given) => [given.name, fromNative(given)] as const);
    const inferred = Object.entries(TYPE_OF_INPUT[call.op] ?? {}).map(([name, input]) => {
      const type = this.recording.types.get(at(call.inputs, input))?.dtype ?? FLOAT;
      return [name, attribute.type(type)] as const;
    });
    return Object.fromEntries([...stated, ...inferred]);
  }

  /** tfjs recorded dropout with one step's number; in the loop it takes the turn's. */
  private keyOfThisStep(call: NativeCall): Node {
    const key = at(this.recording.literal(at(call.inputs, 1)).values, 0);
    return this.graph.add('Pack', [this.loop.whole(key), this.loop.counter.now], {
      T: attribute.type(INT),
      N: attribute.whole(2),
      axis: attribute.whole(0),
    });
  }

  /**
   * tfjs multiplies matrices as batches of one matrix, with a reshape before and after; the
   * plain product is several times quicker.
   */
  private writeProduct(call: NativeCall): boolean {
    const [first, second] = call.inputs.map((id) => this.matrix(id));
    const [output] = call.outputs;
    if (call.op !== 'BatchMatMulV2' || !output) return false;
    if (first === undefined || second === undefined) return false;
    const { adj_x, adj_y } = this.attributesOf(call);
    const product = this.graph.add('MatMul', [first, second], {
      T: attribute.type(FLOAT),
      transpose_a: adj_x ?? attribute.truth(false),
      transpose_b: adj_y ?? attribute.truth(false),
    });
    this.matrices.set(output.id, product);
    const isMatrix = output.shape.length === 2;
    this.nodes.set(output.id, isMatrix ? product : this.reshaped(product, output.shape));
    return true;
  }

  /** The node of a matrix, also if tfjs made a batch of it. */
  private matrix(id: TensorId): Node | undefined {
    return this.shapeOf(id).length === 2 ? this.node(id) : this.matrices.get(id);
  }

  /** What has its shape and type already needs no node to be given them. */
  private skipIdle({ op, inputs, outputs }: NativeCall): boolean {
    const [input = NaN] = inputs;
    const [output] = outputs;
    if (!output || (op !== 'Reshape' && op !== 'Cast')) return false;
    const [before, after] = [input, output.id].map((id) => this.recording.types.get(id));
    if (before?.dtype !== after?.dtype || this.shapeOf(input).join() !== output.shape.join()) {
      return false;
    }
    this.nodes.set(output.id, this.node(input));
    return true;
  }

  /** Taking the matrix out of a batch of one needs no node. */
  private skipReshape(call: NativeCall): boolean {
    const [input = NaN] = call.inputs;
    const [output] = call.outputs;
    const matrix = this.matrices.get(input);
    if (call.op !== 'Reshape' || matrix === undefined || output?.shape.length !== 2) return false;
    if (this.shapeOf(input).slice(1).join() !== output.shape.join()) return false;
    this.nodes.set(output.id, matrix);
    return true;
  }

  private shapeOf(id: TensorId): readonly number[] {
    return this.recording.types.get(id)?.shape ?? [];
  }

  private reshaped(node: Node, shape: readonly number[]): Node {
    return this.graph.add('Reshape', [node, this.loop.wholes(shape)], {
      T: attribute.type(FLOAT),
      Tshape: attribute.type(INT),
    });
  }
}
