import * as tf from '@tensorflow/tfjs-node';

/** What tfjs keeps for each weight: Adam's moments, momentum's velocities and so on. */
export interface Slot {
  readonly variable: tf.Variable;
}

function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null && 'variable' in value;
}

/** The tensors an optimizer has gathered about the weights; none before the first step. */
export function slotVariables(optimizer: tf.Optimizer): tf.Variable[] {
  return slotKinds(optimizer).flat();
}

/** The same, a list for each kind, in the order of the weights. */
export function slotKinds(optimizer: tf.Optimizer): tf.Variable[][] {
  const fields: unknown[] = Object.values(optimizer);
  return fields
    .filter((field): field is unknown[] => Array.isArray(field))
    .flatMap((field) => (Array.isArray(field[0]) ? (field as unknown[][]) : [field]))
    .map((field) => field.filter(isSlot).map((slot) => slot.variable));
}

/** All that an optimizer changes from step to step: the slots, and Adam's powers of beta. */
export function optimizerVariables(optimizer: tf.Optimizer): tf.Variable[] {
  const fields: unknown[] = Object.values(optimizer);
  const single = fields.filter((field): field is tf.Variable => field instanceof tf.Variable);
  return [...slotVariables(optimizer), ...single];
}

/** An optimizer that makes its slots when it is told to; tfjs's make them in the first step. */
export interface MakesSlots {
  makeSlots(weights: readonly tf.Variable[]): void;
}

export function makesSlots(optimizer: tf.Optimizer): optimizer is tf.Optimizer & MakesSlots {
  return 'makeSlots' in optimizer;
}

interface StepCounter {
  iterations_?: number;
}

/** The number of steps an optimizer has made; it travels with a saved model. */
export function stepsDone(optimizer: tf.Optimizer): number {
  return (optimizer as unknown as StepCounter).iterations_ ?? 0;
}

export function setStepsDone(optimizer: tf.Optimizer, steps: number): void {
  (optimizer as unknown as StepCounter).iterations_ = steps;
}

/** tfjs's optimizers with the fields that they keep to themselves. */
export interface OptimizerFields {
  readonly learningRate: number;
  readonly momentum: number;
  readonly useNesterov: boolean;
  readonly accumulations: Slot[];
  readonly decay: number;
  readonly epsilon: number;
  readonly centered: boolean;
  readonly accumulatedMeanSquares: Slot[];
  readonly accumulatedMoments: Slot[];
  readonly beta1: number;
  readonly beta2: number;
  readonly accBeta1: tf.Variable;
  readonly accBeta2: tf.Variable;
  readonly accumulatedFirstMoment: Slot[];
  readonly accumulatedSecondMoment: Slot[];
}

/** Those fields that this optimizer has are as the type says; which it has, its class tells. */
export function optimizerFields(optimizer: tf.Optimizer): OptimizerFields {
  return optimizer as unknown as OptimizerFields;
}

/** One of the numbers tfjs carries from step to step. */
export function numberField(optimizer: tf.Optimizer, name: string): tf.Variable {
  return (optimizer as unknown as Record<string, tf.Variable>)[name] as tf.Variable;
}

/** tfjs's momentum makes a number of its own, `c`, that it never disposes of. */
export function disposeLostNumber(optimizer: tf.Optimizer): void {
  (optimizer as unknown as { c?: tf.Tensor }).c?.dispose();
}

/** Lets the optimizer go when its model goes, as tfjs does with those it makes by name. */
export function ownOptimizer(model: tf.LayersModel): void {
  (model as unknown as { isOptimizerOwned: boolean }).isOptimizerOwned = true;
}
