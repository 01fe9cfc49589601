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
