import * as tf from '@tensorflow/tfjs-node';

const kept = new Map<string, tf.LayersModel | object>();

/**
 * Keeps a model, or tensors, under a name. When the cell runs again, what had the name before
 * gives its memory back, so that a lesson run twice needs no more than once:
 * `const model = keep('model', tf.sequential({ … }))`
 * @example
 * ```ts
 * import { dense128, keep, modelSummary, show } from 'nnlab';
 * const model = keep('model', dense128()); // a second run of the cell disposes of the first
 * show(modelSummary(model));
 * ```
 */
export function keep<T extends object>(name: string, thing: T): T {
  const before = kept.get(name);
  if (before !== undefined && before !== thing) release(before);
  kept.set(name, thing);
  return thing;
}

function release(thing: object): void {
  if (!(thing instanceof tf.LayersModel)) {
    tf.dispose(thing as tf.TensorContainer);
    return;
  }
  // What no name reached any more, the kernel has given back already (scripts/kernel/given-back.cjs).
  if (isDisposed(thing)) return;
  // A model that was never compiled has no optimizer, whatever the type says.
  const optimizer = thing.optimizer as tf.Optimizer | undefined;
  optimizer?.dispose();
  // tfjs's momentum forgets a number of its own.
  tf.dispose(Object.values(optimizer ?? {}).filter((field) => field instanceof tf.Tensor));
  thing.dispose();
}

/** tfjs tells only by refusing to read the weights. */
function isDisposed(model: tf.LayersModel): boolean {
  try {
    model.getWeights();
    return false;
  } catch {
    return true;
  }
}
