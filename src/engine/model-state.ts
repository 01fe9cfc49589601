import * as tf from '@tensorflow/tfjs-node';
import { innerModel } from '../tfjs/internals';
import {
  makesSlots,
  optimizerVariables,
  setStepsDone,
  slotKinds,
  stepsDone,
} from '../tfjs/optimizer-state';

/** What a model was at some moment: costs no memory until it changes. */
export interface KeptState {
  /** Makes the model what it was; may be called again until `dispose`. */
  putBack(): void;
  dispose(): void;
}

/** Remembers a model's weights, what its optimizer has gathered, and the step count. */
export function keepState(model: tf.LayersModel): KeptState {
  const weights = model.weights.map((weight) => weight.read() as tf.Variable);
  return keepVariables(model.optimizer, [...weights, ...optimizerVariables(model.optimizer)]);
}

/** Remembers some variables and the optimizer's step count. */
export function keepVariables(
  optimizer: tf.Optimizer,
  variables: readonly tf.Variable[],
): KeptState {
  const copies = variables.map((variable) => variable.clone());
  const steps = stepsDone(optimizer);
  return {
    putBack() {
      variables.forEach((variable, i) => variable.assign(copies[i] as tf.Tensor));
      setStepsDone(optimizer, steps);
    },
    dispose: () => tf.dispose(copies),
  };
}

/**
 * Makes the optimizer create what it keeps for each weight: a step with gradients of zero
 * does it, and is taken back.
 */
export function prepareSlots(model: tf.LayersModel): void {
  const { optimizer, collectedTrainableWeights } = innerModel(model);
  const weights = collectedTrainableWeights.map((weight) => weight.read());
  checkOwner(optimizer, weights);
  if (makesSlots(optimizer)) return optimizer.makeSlots(weights);
  const before = keepVariables(optimizer, [...weights, ...optimizerVariables(optimizer)]);
  tf.tidy(() =>
    optimizer.applyGradients(
      weights.map((weight) => ({ name: weight.name, tensor: tf.zerosLike(weight) })),
    ),
  );
  before.putBack();
  before.dispose();
}

/** An optimizer that was compiled into two models mixes up what it keeps for their weights. */
function checkOwner(optimizer: tf.Optimizer, weights: readonly tf.Variable[]): void {
  const fits = slotKinds(optimizer).every((slots) =>
    slots.every(({ shape }, i) => shape.join() === weights[i]?.shape.join()),
  );
  if (fits) return;
  throw new Error(
    'The optimizer has been training another model; give each model one of its own: ' +
      "model.compile({ optimizer: 'adam', … }) or a new tf.train.adam().",
  );
}
