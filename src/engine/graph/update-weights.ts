import type { Slot } from '../../tfjs/optimizer-state';
import { attribute } from './attributes';
import { FLOAT, INT } from '../../tfjs/internals';
import type { FusedOptimizer, StepNumbers } from './fused-optimizers';
import type { GraphWriter, Node } from './graph-writer';
import type { Loop } from './loop';
import type { LoopState } from './loop-state';

/** A weight that lives in the graph, and the node of its gradient. */
export interface Learning {
  readonly handle: Node;
  /** Its place among all weights to learn. */
  readonly place: number;
  readonly gradient: Node;
}

/** Changes each weight by one fused kernel; answers the nodes that do it. */
export function updateWeights(
  graph: GraphWriter,
  loop: Loop,
  state: LoopState,
  optimizer: FusedOptimizer,
  weights: readonly Learning[],
): Node[] {
  const inputsOf = optimizer.inputs(stepNumbers(graph, loop));
  const switches = Object.entries(optimizer.switches).map(
    ([name, value]) => [name, attribute.truth(value)] as const,
  );
  return weights.map(({ handle, place, gradient }) => {
    const slots = optimizer.slots.map((kind) => state.keep((kind[place] as Slot).variable));
    return graph.add(optimizer.kernel, inputsOf({ weight: handle, slots, gradient }), {
      ...Object.fromEntries(switches),
      T: attribute.type(FLOAT),
    });
  });
}

function stepNumbers(graph: GraphWriter, loop: Loop): StepNumbers<Node> {
  const made = graph.binary('AddV2', loop.counter.now, loop.whole(1), INT);
  const steps = graph.add('Cast', [made], {
    SrcT: attribute.type(INT),
    DstT: attribute.type(FLOAT),
  });
  return {
    number: (value) => loop.float(value),
    // 0.999 is not exact in single precision; its logarithm is a thousand times nearer.
    power: (base) =>
      graph.add('Exp', [graph.binary('Mul', loop.float(Math.log(base)), steps, FLOAT)], {
        T: attribute.type(FLOAT),
      }),
  };
}
