import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { keyDropout } from '../../src/engine/keyed-dropout';
import { setSeed } from '../../src/random/random';

const UNITS = 512;

/** Which units each of two Dropout layers keeps, when all of them are 1. */
function keptUnits(seed: number): [number[], number[]] {
  setSeed(seed);
  const layers = [1, 2].map(() => tf.layers.dropout({ rate: 0.5 }));
  const input = tf.input({ shape: [UNITS] });
  const outputs = layers.map((layer) => layer.apply(input) as tf.SymbolicTensor);
  const model = tf.model({ inputs: input, outputs });
  model.compile({ optimizer: 'sgd', loss: ['meanSquaredError', 'meanSquaredError'] });
  const undo = keyDropout(model);
  try {
    const [first, second] = model.apply(tf.ones([1, UNITS]), { training: true }) as tf.Tensor[];
    const units = (kept: tf.Tensor | undefined) => [...(kept?.dataSync() ?? [])];
    return [units(first), units(second)];
  } finally {
    undo();
  }
}

const alike = (a: readonly number[], b: readonly number[]) =>
  a.filter((value, unit) => value === b[unit]).length / UNITS;

test('each Dropout layer of a model drops other units', () => {
  const [first, second] = keptUnits(1);
  expect(first.filter((value) => value === 0).length / UNITS).toBeCloseTo(0.5, 1);
  expect(alike(first, second)).toBeGreaterThan(0.4);
  expect(alike(first, second)).toBeLessThan(0.6);
});

test('the same seed and step drop the same units again, another seed others', () => {
  expect(keptUnits(1)).toEqual(keptUnits(1));
  expect(alike(keptUnits(1)[0], keptUnits(2)[0])).toBeLessThan(0.6);
});
