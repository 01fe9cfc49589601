import * as tf from '@tensorflow/tfjs-node';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { dense128, dropout128 } from '../../src/models/architectures';
import { joinRows, sliceRows } from '../../src/data/rows';
import { predictor } from '../../src/show/predictor';
import { allTestImagesFile } from '../../src/show/predictor/all-images';
import { packWeights, unpacked } from '../../src/show/predictor/weights';
import { payloadIn } from './payload';
import { fashion, trained } from './trained';

describe('the weights travel at 16 bits', () => {
  test('where no guess changes', async () => {
    const model = await trained(dropout128());
    const { specs, bytes } = packWeights(model, fashion.test);
    expect(bytes.length).toBe(2 * model.countParams());
    expect(specs.every(({ quantization }) => quantization?.dtype === 'float16')).toBe(true);
  });

  test('and at 32, bit for bit, where 16 would change one', () => {
    const model = dense128();
    // Weights that only differ beyond the eleventh bit decide between classes 0 and 1.
    const close = tf.fill([128, 10], 1.0001).mul(tf.tensor1d([1.0001, ...Array(9).fill(1)]));
    model.setWeights([tf.fill([784, 128], 0.01), tf.zeros([128]), close, tf.zeros([10])]);
    const { specs, bytes } = packWeights(model, fashion.test);
    expect(specs.some(({ quantization }) => quantization)).toBe(false);
    const weights = unpacked({ specs, bytes });
    weights.forEach((weight, at) => {
      expect(weight.dataSync()).toEqual(model.getWeights()[at]?.dataSync());
    });
  });

  test('and the model keeps its own', async () => {
    const model = await trained(dense128());
    const before = model.getWeights().map((weight) => weight.dataSync().slice());
    const tensors = tf.memory().numTensors;
    packWeights(model, fashion.test);
    expect(model.getWeights().map((weight) => weight.dataSync())).toEqual(before);
    expect(tf.memory().numTensors).toBe(tensors);
  });
});

test('the page holds the first test images and their labels', async () => {
  const { html, text } = predictor(await trained(dense128()), fashion);
  const payload = payloadIn(html);
  expect(payload.classNames).toEqual(fashion.classNames);
  const bytes = gunzipSync(Buffer.from(payload.images, 'base64'));
  expect(payload.bundledImages).toBe(500);
  expect(bytes.subarray(0, 500 * 784).equals(fashion.test.images.data.subarray(0, 500 * 784))).toBe(
    true,
  );
  expect([...bytes.subarray(500 * 784)]).toEqual([...fashion.test.labels.subarray(0, 500)]);
  expect(text).toContain('draw');
});

test('an output stays far below the 3 MB at which Jupyter drops it', async () => {
  // The weights take half a megabyte of it where 16 bits a weight would change a guess.
  expect(predictor(await trained(dense128()), fashion).html.length).toBeLessThan(1.2e6);
});

test('all test images lie in a file for JupyterLab where they are too many for the page', () => {
  const many = joinRows(fashion.test, sliceRows(fashion.train, 0, 1500));
  const file = allTestImagesFile(many, fashion.name);
  expect(existsSync(file)).toBe(true);
  const bytes = gunzipSync(readFileSync(file));
  expect(bytes.equals(Buffer.concat([many.images.data, many.labels]))).toBe(true);
  expect(predictor(dense128(), { ...fashion, test: many }).html).toContain('<a hidden download');
  expect(predictor(dense128(), fashion).html).not.toContain('<a hidden download');
});

test('a model for other classes is refused with words', () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [784], units: 3 })] });
  expect(() => predictor(model, fashion)).toThrow(
    'This model gives 3 numbers for an image, but Fashion-MNIST has 10 classes',
  );
});
