import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { loadModel } from '../../src/keras/load';
import { goldenCases, goldenFile, newest } from './golden';

test.each(goldenCases(newest))('loaded and disposed of, $name leaves no tensor', async (golden) => {
  const before = tf.memory().numTensors;
  const model = await loadModel(goldenFile(golden.name));
  model.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
