import * as tf from '@tensorflow/tfjs-node';
import { inNotebook } from '../kernel/kernel';

// scripts/kernel/run.cjs calls this when Stop has cut a cell off in the middle of a computation.
const CUT_OFF = Symbol.for('nnlab.cutOff');

/** Where tfjs is in its own functions: how deep in kernels and gradients, and in which `tidy`. */
interface Depths {
  kernelDepth: number;
  gradientDepth: number;
  activeTape: unknown;
  readonly scopeStack: readonly unknown[];
}

/**
 * Brings tfjs back to the ground. It counts how deep it is in its own functions, and code that Node
 * cuts off does not count back: no gradient would be found ever after, and no tensor tidied up.
 */
export function backToTheGround(): void {
  const engine = tf.engine();
  const state = engine.state as unknown as Depths;
  while (state.scopeStack.length > 0) engine.endScope();
  Object.assign(state, { kernelDepth: 0, gradientDepth: 0, activeTape: null });
}

if (inNotebook()) Object.assign(globalThis, { [CUT_OFF]: backToTheGround });
