import type * as tf from '@tensorflow/tfjs-node';
import { attribute } from './attributes';
import { FLOAT, RESOURCE } from '../../tfjs/internals';
import type { GraphWriter, Node } from './graph-writer';
import type { Loop, LoopVariable } from './loop';

/** A variable of the model inside the graph. */
interface Held {
  readonly variable: tf.Variable;
  /** The placeholder through which its value comes in. */
  readonly input: Node;
  /** Where its value can be read after the loop; undefined if it does not change. */
  readonly result?: Node;
}

/** Takes the variables of a model into a loop, and out of it again. */
export class LoopState {
  readonly held: Held[] = [];

  constructor(
    private readonly graph: GraphWriter,
    private readonly loop: Loop,
  ) {}

  /** Those that come out changed, with the node that has the new value. */
  changed(): { variable: tf.Variable; result: Node }[] {
    return this.held.flatMap(({ variable, result }) => (result ? [{ variable, result }] : []));
  }

  /** A variable that kernels inside the graph change in place; answers its handle. */
  keep(variable: tf.Variable): Node {
    const { graph, loop } = this;
    const input = this.placeholder(variable);
    const dtype = attribute.type(FLOAT);
    const handle = graph.add('VarHandleOp', [], {
      dtype,
      shape: attribute.shape(variable.shape),
      shared_name: attribute.text(input),
      container: attribute.text(''),
    });
    const assigned = graph.add('AssignVariableOp', [handle, input], { dtype });
    const ready = graph.add('Identity', [handle, `^${assigned}`], {
      T: attribute.type(RESOURCE),
    });
    this.held.push({ variable, input, result: this.read(handle, loop.counter.last) });
    return loop.constant(ready, RESOURCE);
  }

  /** The value behind a handle at the moment when `after` is done. */
  read(handle: Node, after: Node): Node {
    return this.graph.add('ReadVariableOp', [handle, `^${after}`], {
      dtype: attribute.type(FLOAT),
    });
  }

  /** A variable that each turn of the loop computes anew. */
  carry(variable: tf.Variable): LoopVariable {
    const input = this.placeholder(variable);
    const carried = this.loop.variable(input, FLOAT);
    this.held.push({ variable, input, result: carried.last });
    return carried;
  }

  /** A variable that is only read. */
  freeze(variable: tf.Variable): Node {
    const input = this.placeholder(variable);
    this.held.push({ variable, input });
    return this.loop.constant(input, FLOAT);
  }

  private placeholder({ shape }: tf.Variable): Node {
    return this.graph.placeholder(`state${this.held.length}`, FLOAT, shape);
  }
}
