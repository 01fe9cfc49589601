import { attribute, type Attribute } from './attributes';
import { FLOAT, INT } from '../../tfjs/internals';
import type { GraphWriter, Node } from './graph-writer';

/** A value that changes from one turn of the loop to the next. */
export interface LoopVariable {
  readonly type: number;
  /** What it holds before it is known whether another turn follows. */
  readonly merged: Node;
  /** What it holds during a turn. */
  readonly now: Node;
  /** What it holds after the last turn. */
  readonly last: Node;
}

/**
 * A while-loop in a graph: values enter its frame, `Merge` takes them from the start or from
 * the turn before, `Switch` lets them into the body or out of the loop.
 */
export class Loop {
  private readonly constants = new Map<Node, Node>();
  private readonly frame: Record<string, Attribute> = {
    frame_name: attribute.text('epoch'),
    parallel_iterations: attribute.whole(1),
  };
  private readonly condition: Node = 'loop/condition';
  private variables = 0;
  /** Counts the turns, from `first` on. */
  readonly counter: LoopVariable;

  /** Goes round while the counter, a whole number, is less than `end`. */
  constructor(
    private readonly graph: GraphWriter,
    first: Node,
    end: Node,
  ) {
    this.counter = this.variable(first, INT);
    const goOn = graph.binary('Less', this.counter.merged, this.constant(end, INT), INT);
    graph.add('LoopCond', [goOn], {}, this.condition);
  }

  /** A value from outside that stays the same; inside, it needs its own name. */
  constant(outside: Node, type: number): Node {
    const known = this.constants.get(outside);
    if (known) return known;
    const inside = this.graph.add('Enter', [outside], {
      ...this.frame,
      T: attribute.type(type),
      is_constant: attribute.truth(true),
    });
    this.constants.set(outside, inside);
    return inside;
  }

  float(value: number): Node {
    return this.constant(this.graph.float(value), FLOAT);
  }

  floats(values: readonly number[]): Node {
    return this.constant(this.graph.floats(values), FLOAT);
  }

  whole(value: number): Node {
    return this.constant(this.graph.whole(value), INT);
  }

  wholes(values: readonly number[]): Node {
    return this.constant(this.graph.wholes(values), INT);
  }

  variable(start: Node, type: number): LoopVariable {
    const name = `loop/variable${this.variables++}`;
    const T = attribute.type(type);
    const entered = this.graph.add('Enter', [start], { ...this.frame, T });
    const merged = this.graph.add(
      'Merge',
      [entered, `${name}/next`],
      { T, N: attribute.whole(2) },
      `${name}/merge`,
    );
    const gate = this.graph.add('Switch', [merged, this.condition], { T }, `${name}/switch`);
    const now = this.graph.add('Identity', [`${gate}:1`], { T }, `${name}/now`);
    const last = this.graph.add('Exit', [gate], { T }, `${name}/last`);
    return { type, merged, now, last };
  }

  /** Says what a variable holds in the next turn, which begins after the nodes in `after`. */
  next(variable: LoopVariable, value: Node, after: readonly Node[] = []): void {
    const T = attribute.type(variable.type);
    const waits = after.map((node) => `^${node}`);
    const name = variable.merged.replace(/merge$/, 'next');
    this.graph.add('NextIteration', [value, ...waits], { T }, name);
  }
}
