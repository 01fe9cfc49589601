import type * as tf from '@tensorflow/tfjs-node';

/** What tfjs keeps for each weight: Adam's moments, momentum's velocities and so on. */
interface Slot {
  readonly originalName: string;
  readonly variable: tf.Variable;
}

function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null && 'variable' in value;
}

/** The tensors an optimizer has gathered about the weights; none before the first step. */
export function slotVariables(optimizer: tf.Optimizer): tf.Variable[] {
  const fields: unknown[] = Object.values(optimizer);
  return fields
    .flatMap((field) => (Array.isArray(field) ? (field as unknown[]) : []))
    .filter(isSlot)
    .map((slot) => slot.variable);
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
