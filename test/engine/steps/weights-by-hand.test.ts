import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { fusedOptimizer } from '../../../src/engine/graph/fused-optimizers';
import { prepareSlots } from '../../../src/engine/model-state';
import { HeldWeights } from '../../../src/engine/steps/held-weights';
import { WeightsByHand } from '../../../src/engine/steps/weights-by-hand';
import { innerModel } from '../../../src/tfjs/internals';
import { optimizerVariables, stepsDone } from '../../../src/tfjs/optimizer-state';

const OPTIMIZERS: readonly (readonly [string, () => tf.Optimizer])[] = [
  ['SGD', () => tf.train.sgd(0.1)],
  ['momentum', () => tf.train.momentum(0.1, 0.9)],
  ['Nesterov’s momentum', () => tf.train.momentum(0.1, 0.9, true)],
  ['RMSprop', () => tf.train.rmsprop(0.01, 0.8)],
  ['RMSprop with momentum', () => tf.train.rmsprop(0.01, 0.8, 0.5)],
  ['Adam', () => tf.train.adam(0.01)],
  ['Adam with other settings', () => tf.train.adam(0.02, 0.8, 0.95, 1e-3)],
];

/** All numbers of model and optimizer after three steps with given gradients. */
function after(Weights: typeof HeldWeights | typeof WeightsByHand, make: () => tf.Optimizer) {
  const layers = [tf.layers.dense({ units: 3, inputShape: [2], kernelInitializer: 'ones' })];
  const model = tf.sequential({ layers });
  model.compile({ optimizer: make(), loss: 'meanSquaredError' });
  prepareSlots(model);
  const inner = innerModel(model);
  const optimizer = fusedOptimizer(inner.optimizer);
  if (!optimizer) throw new Error('It has no fused form.');
  const held = new Weights(inner, optimizer);
  const weights = inner.collectedTrainableWeights.map((weight) => weight.read());
  for (let step = 1; step <= 3; step++) {
    held.update(
      weights.map((weight) => [weight, tf.fill(weight.shape, 0.3 * step - 0.5)] as const),
    );
  }
  held.release();
  const all = [...weights, ...optimizerVariables(inner.optimizer)];
  return { numbers: all.flatMap((one) => [...one.dataSync()]), steps: stepsDone(inner.optimizer) };
}

test.each(OPTIMIZERS)('%s changes weights and slots as TensorFlow’s kernel does', (_, make) => {
  const [byHand, byKernel] = [after(WeightsByHand, make), after(HeldWeights, make)];
  expect(byHand.steps).toBe(3);
  expect(byHand.numbers.length).toBe(byKernel.numbers.length);
  byHand.numbers.forEach((value, i) => expect(value).toBeCloseTo(byKernel.numbers[i] as number, 6));
  expect(byHand.numbers[0]).not.toBe(1);
});
