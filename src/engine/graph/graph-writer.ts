import { attribute, type Attribute } from './attributes';
import { FLOAT, INT } from '../../tfjs/internals';
import { bytesField, message, wholeField } from './protobuf';
import type { Literal } from './record';

/** An output of a node, by the node's name; `name:1` is its second output. */
export type Node = string;

/** The version of the graph format, as TensorFlow 2.18 writes it. */
const GRAPH_VERSION = 1882;

/** Writes a TensorFlow graph, node after node, and wraps it as a SavedModel. */
export class GraphWriter {
  private readonly nodes: Uint8Array[] = [];

  add(
    op: string,
    inputs: readonly Node[],
    attributes: Readonly<Record<string, Attribute>> = {},
    name = `${op}_${this.nodes.length}`,
  ): Node {
    const settings = Object.entries(attributes).map(([key, value]) =>
      bytesField(5, message(bytesField(1, key), bytesField(2, value))),
    );
    const sources = inputs.map((input) => bytesField(3, input));
    const node = message(bytesField(1, name), bytesField(2, op), ...sources, ...settings);
    this.nodes.push(bytesField(1, node));
    return name;
  }

  /** A tensor that comes from outside with every run. */
  placeholder(name: string, type: number, shape: readonly number[]): Node {
    const settings = { dtype: attribute.type(type), shape: attribute.shape(shape) };
    return this.add('Placeholder', [], settings, name);
  }

  /** An operation on two inputs of one type: `AddV2`, `Mul`, `Less` ... */
  binary(op: string, left: Node, right: Node, type: number): Node {
    return this.add(op, [left, right], { T: attribute.type(type) });
  }

  constant(literal: Literal): Node {
    const { dtype } = literal;
    return this.add('Const', [], {
      dtype: attribute.type(dtype),
      value: attribute.tensor(literal),
    });
  }

  float(value: number): Node {
    return this.constant({ dtype: FLOAT, shape: [], values: Float32Array.of(value) });
  }

  floats(values: readonly number[]): Node {
    return this.constant({
      dtype: FLOAT,
      shape: [values.length],
      values: Float32Array.from(values),
    });
  }

  whole(value: number): Node {
    return this.constant({ dtype: INT, shape: [], values: Int32Array.of(value) });
  }

  wholes(values: readonly number[]): Node {
    return this.constant({ dtype: INT, shape: [values.length], values: Int32Array.from(values) });
  }

  savedModel(): Uint8Array {
    const graph = message(...this.nodes, bytesField(4, wholeField(1, GRAPH_VERSION)));
    const tags = bytesField(1, bytesField(4, 'serve'));
    return message(wholeField(1, 1), bytesField(2, message(tags, bytesField(2, graph))));
  }
}
