import * as tf from '@tensorflow/tfjs-node';
import { keyDropout } from '../keyed-dropout';
import { setStepsDone, stepsDone } from '../../tfjs/optimizer-state';
import { fuseGradients } from './fused-gradients';
import { fuseLoss } from './fused-loss';
import { fusedOptimizer, type FusedOptimizer } from './fused-optimizers';
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
  /** The weights to learn with their gradients; empty without `optimizer`. */
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
  prepareSlots(inner.optimizer, inner.collectedTrainableWeights);
  const optimizer = fused ? fusedOptimizer(inner.optimizer) : undefined;
  const gradients = new Map<tf.Variable, TensorId>();
  const recording = new Recording();
  const variables = allVariables();
  giveEachItsOwn(variables);
  const reads = new Map(variables.map((variable) => [variable, idOf(variable)]));
  const restoreState = savedState(inner.optimizer, variables);
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
      images: idOf(batch.images),
      labels: idOf(batch.labels),
      results: ids,
      reads,
      gradients,
      optimizer,
      changes: changesSince(reads),
    };
  } finally {
    undo.forEach((putBack) => putBack());
    restoreState();
  }
}

/**
 * Makes the optimizer create what it keeps for each weight: a step with gradients of zero
 * does it, and is taken back.
 */
function prepareSlots(optimizer: tf.Optimizer, weights: readonly { read(): tf.Variable }[]): void {
  const restoreState = savedState(optimizer, allVariables());
  tf.tidy(() =>
    optimizer.applyGradients(
      weights.map((weight) => ({ name: weight.read().name, tensor: tf.zerosLike(weight.read()) })),
    ),
  );
  restoreState();
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

/** Remembers all variables and the step count; the returned function puts them back. */
function savedState(optimizer: tf.Optimizer, variables: readonly tf.Variable[]): () => void {
  const copies = variables.map((variable) => variable.clone());
  const steps = stepsDone(optimizer);
  return () => {
    variables.forEach((variable, i) => variable.assign(copies[i] as tf.Tensor));
    tf.dispose(copies);
    setStepsDone(optimizer, steps);
  };
}

/** Instead of changing the weights, the optimizer notes their gradients. */
function catchGradients(
  optimizer: tf.Optimizer,
  gradients: Map<tf.Variable, TensorId>,
): () => void {
  const byName = tf.engine().registeredVariables;
  optimizer.applyGradients = (given) => {
    const pairs = Array.isArray(given)
      ? given.map(({ name, tensor }) => [name, tensor] as const)
      : Object.entries(given);
    for (const [name, tensor] of pairs) {
      const variable = byName[name];
      if (variable) gradients.set(variable, idOf(tensor));
    }
  };
  return () => delete (optimizer as Partial<tf.Optimizer>).applyGradients;
}

function changesSince(reads: ReadonlyMap<tf.Variable, TensorId>): Change[] {
  return [...reads].flatMap(([variable, before]) => {
    const after = idOf(variable);
    return after === before ? [] : [{ variable, before, after }];
  });
}
