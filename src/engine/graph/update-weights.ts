import type * as tf from '@tensorflow/tfjs-node';
import { attribute } from './attributes';
import { FLOAT, INT } from '../../tfjs/internals';
import type { FusedOptimizer, StepNumbers } from './fused-optimizers';
import type { GraphWriter, Node } from './graph-writer';
import type { Loop } from './loop';
import type { LoopState } from './loop-state';

/** A weight that lives in the graph, and the node of its gradient. */
export interface Learning {
  readonly handle: Node;
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
  return weights.map(({ handle, gradient }, i) => {
    const slots = optimizer.slots.map((kind) => state.keep((kind[i] as Slot).variable));
    return graph.add(optimizer.kernel, inputsOf({ weight: handle, slots, gradient }), {
      ...optimizer.attributes,
      T: attribute.type(FLOAT),
      use_locking: attribute.truth(false),
    });
  });
}

type Slot = { readonly variable: tf.Variable };

function stepNumbers(graph: GraphWriter, loop: Loop): StepNumbers {
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
