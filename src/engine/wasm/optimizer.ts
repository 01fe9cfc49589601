import type * as tf from '@tensorflow/tfjs-node';
import { fusedOptimizer } from '../graph/fused-optimizers';
import type { TrainingProgram } from './program';

/** Tells the program the optimizer's formula and its numbers for a step; steps count from 1. */
export function useOptimizer(
  program: TrainingProgram,
  optimizer: tf.Optimizer,
  step: number,
): void {
  const fused = fusedOptimizer(optimizer);
  if (!fused) throw new Error(`The program does not know ${optimizer.getClassName()}.`);
  const inputsOf = fused.inputs<number | null>({
    number: (value) => value,
    power: (base) => base ** step,
  });
  // The numbers stand among the tensors in the order of TensorFlow's kernel.
  const inputs = inputsOf({ weight: null, slots: fused.slots.map(() => null), gradient: null });
  const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN] = inputs.filter(
    (value) => value !== null,
  );
  switch (fused.kernel) {
    case 'ResourceApplyGradientDescent':
      return program.useSgd(a);
    case 'ResourceApplyMomentum':
      return program.useMomentum(a, b, fused.switches['use_nesterov'] ? 1 : 0);
    case 'ResourceApplyRMSProp':
      return program.useRmsprop(a, 1 - b, c, d);
    case 'ResourceApplyAdam':
      return program.useAdam((c * Math.sqrt(1 - b)) / (1 - a), 1 - d, 1 - e, f);
    default:
      throw new Error(`The program does not know ${fused.kernel}.`);
  }
}
