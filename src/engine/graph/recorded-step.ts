import * as tf from '@tensorflow/tfjs-node';
import { keyDropout } from '../keyed-dropout';
import { keepVariables, prepareSlots } from '../model-state';
import { fuseGradients } from './fused-gradients';
import { fuseLoss } from './fused-loss';
import { fusedOptimizer, replaceUpdate, type FusedOptimizer } from './fused-optimizers';
import { allVariables, idOf, innerModel, type TensorId } from '../../tfjs/internals';
import { Recording } from './record';

/** A variable that the recorded calls read as one tensor and left behind as another. */
export interface Change {
  readonly variable: tf.Variable;
  readonly before: TensorId;
  readonly after: TensorId;
}

/** One training step, written down: what it reads, computes and changes. */
export interface RecordedStep {
  readonly recording: Recording;
  readonly images: TensorId;
  readonly labels: TensorId;
  /** The loss and the metrics. */
  readonly results: readonly TensorId[];
  /** Under which number the step read each variable. */
  readonly reads: ReadonlyMap<tf.Variable, TensorId>;
  /** All weights to learn, in the order in which the optimizer keeps its slots. */
  readonly weights: readonly tf.Variable[];
  /** Those with a gradient; none without `optimizer`. */
  readonly gradients: ReadonlyMap<tf.Variable, TensorId>;
  /** Changes the weights by their gradients; undefined when the optimizer was recorded too. */
  readonly optimizer: FusedOptimizer | undefined;
  /** Variables changed by recorded calls: running means, or everything if nothing is fused. */
  readonly changes: readonly Change[];
}

/** What a step is recorded with. */
export interface Batch {
  readonly images: tf.Tensor;
  readonly labels: tf.Tensor;
}

/**
 * Lets the model make one real training step and writes it down. With `fused`, the loss and
 * the optimizer take TensorFlow's combined kernels, as in Keras; without, all is as in tfjs.
 * The model and its optimizer are afterwards as they were before.
 */
export function recordStep(model: tf.LayersModel, batch: Batch, fused: boolean): RecordedStep {
  const inner = innerModel(model);
  prepareSlots(model);
  const optimizer = fused ? fusedOptimizer(inner.optimizer) : undefined;
  const gradients = new Map<tf.Variable, TensorId>();
  const recording = new Recording();
  // Their numbers first: a recording must not hear how bytes become floats.
  const [images, labels] = [idOf(batch.images), idOf(batch.labels)];
  const variables = allVariables();
  giveEachItsOwn(variables);
  const reads = new Map(variables.map((variable) => [variable, idOf(variable)]));
  const before = keepVariables(inner.optimizer, variables);
  const undo = [keyDropout(model)];
  if (fused) undo.push(fuseLoss(inner), fuseGradients());
  if (optimizer) undo.push(catchGradients(inner.optimizer, gradients));
  const step = inner.makeTrainFunction();
  try {
    const results = recording.run(() => step([batch.images, batch.labels]));
    const ids = results.map(idOf);
    tf.dispose(results);
    return {
      recording,
      images,
      labels,
      results: ids,
      reads,
      weights: inner.collectedTrainableWeights.map((weight) => weight.read()),
      gradients,
      optimizer,
      changes: changesSince(reads),
    };
  } finally {
    undo.forEach((putBack) => putBack());
    before.putBack();
    before.dispose();
  }
}

/**
 * After `b.setWeights(a.getWeights())` both models' variables are one tensor; but a recording
 * tells variables apart by the tensors they are.
 */
function giveEachItsOwn(variables: readonly tf.Variable[]): void {
  const taken = new Set<TensorId>();
  for (const variable of variables) {
    if (taken.has(idOf(variable))) {
      const { shape, dtype } = variable;
      tf.tidy(() => variable.assign(tf.tensor(variable.dataSync(), shape, dtype)));
    }
    taken.add(idOf(variable));
  }
}

/** Instead of changing the weights, the optimizer notes their gradients. */
function catchGradients(
  optimizer: tf.Optimizer,
  gradients: Map<tf.Variable, TensorId>,
): () => void {
  return replaceUpdate(optimizer, (given) => {
    for (const [weight, gradient] of given) gradients.set(weight, idOf(gradient));
  });
}

function changesSince(reads: ReadonlyMap<tf.Variable, TensorId>): Change[] {
  return [...reads].flatMap(([variable, before]) => {
    const after = idOf(variable);
    return after === before ? [] : [{ variable, before, after }];
  });
}
