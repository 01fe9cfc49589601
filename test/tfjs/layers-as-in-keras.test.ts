import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { dilated } from '../../src/tfjs/dilated';
import { trainAsInKeras } from '../../src/tfjs/layers-as-in-keras';
import { normalize, type Normalization } from '../../src/tfjs/normalize';

function farthest(a: tf.Tensor, b: tf.Tensor): number {
  return tf.tidy(() => a.sub(b).abs().max().dataSync()[0] ?? NaN);
}

const images = () => tf.randomNormal([6, 5, 5, 2], 0.5, 2, 'float32', 3);

/** A model of a layer and what comes after it that learns to give its images back as zeros. */
function learner(layer: tf.layers.Layer, ...after: tf.layers.Layer[]): tf.Sequential {
  trainAsInKeras(layer);
  const model = tf.sequential({ layers: [layer, ...after] });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
  return model;
}

async function step(model: tf.LayersModel, input: tf.Tensor): Promise<number> {
  const loss = await model.trainOnBatch(input, tf.zerosLike(model.predict(input) as tf.Tensor));
  return Array.isArray(loss) ? NaN : loss;
}

const batchInputShape = [null, 5, 5, 2];
const { batchNormalization, conv2d, dense, flatten } = tf.layers;

test('a frozen normalization goes by what it has gathered, and gathers no more', async () => {
  const layer = batchNormalization({
    batchInputShape,
    trainable: false,
    movingMeanInitializer: 'ones',
  });
  const model = learner(layer, dense({ units: 2 }));
  const input = images();
  const before = layer.getWeights().map((one) => one.arraySync());
  const predicted = (model.predict(input) as tf.Tensor).square().mean().dataSync()[0];
  expect(await step(model, input)).toBeCloseTo(predicted ?? NaN, 5);
  expect(layer.getWeights().map((one) => one.arraySync())).toEqual(before);
});

test.each([
  ['without scale', { scale: false }],
  ['without centre', { center: false }],
  ['along rows', { axis: 1 }],
])('a normalization %s learns, and gathers the mean of its batch', async (_, settings) => {
  const layer = batchNormalization({ batchInputShape, momentum: 0, ...settings });
  const model = learner(layer);
  const input = images();
  // Normal numbers have a mean square of 1.
  expect(await step(model, input)).toBeCloseTo(1, 2);
  const axis = 'axis' in settings ? settings.axis : 3;
  const mean = input.mean([0, 1, 2, 3].filter((place) => place !== axis));
  expect(farthest(layer.getWeights().at(-2) as tf.Tensor, mean)).toBeLessThan(1e-5);
});

test('by hand, a usual normalization is that of TensorFlow.js, in training too', () => {
  const layers = [1, 2].map(() => batchNormalization({ batchInputShape }));
  for (const layer of layers) tf.sequential({ layers: [layer] });
  const [ours, theirs] = layers;
  const input = images();
  const output = theirs?.call(input, { training: true }) as tf.Tensor;
  expect(farthest(normalize(ours as unknown as Normalization, input, true), output)).toBeLessThan(
    1e-5,
  );
  const [a, b] = layers.map((layer) => tf.concat(layer.getWeights()));
  expect(farthest(a as tf.Tensor, b as tf.Tensor)).toBeLessThan(1e-6);
});

test.each([
  [[2, 2], 'valid'],
  [[1, 3], 'same'],
] as const)('a kernel with gaps %j is a dilated one, and can learn', async (rates, padding) => {
  const kernel = tf.randomNormal([2, 2, 2, 3], 0, 1, 'float32', 5) as tf.Tensor4D;
  const input = images() as tf.Tensor4D;
  const theirs = tf.conv2d(input, kernel, 1, padding, 'NHWC', [...rates]);
  expect(farthest(tf.conv2d(input, dilated(kernel, rates), 1, padding), theirs)).toBeLessThan(1e-5);
  const model = learner(
    conv2d({ batchInputShape, filters: 3, kernelSize: 2, dilationRate: [...rates], padding }),
  );
  const losses = [await step(model, input), await step(model, input)];
  expect(losses[1]).toBeLessThan(losses[0] ?? NaN);
});

test('a frozen weight is not punished by its regularizer', async () => {
  const losses = [true, false].map((trainable) => {
    const kernelRegularizer = tf.regularizers.l2({ l2: 0.5 });
    const layer = dense({
      inputShape: [4],
      units: 3,
      trainable,
      kernelRegularizer,
      kernelInitializer: 'ones',
    });
    return step(learner(layer, dense({ units: 1 })), tf.zeros([2, 4]));
  });
  expect(await Promise.all(losses)).toEqual([6, 0]);
});

test('rows of numbers are flat already', () => {
  const layer = flatten();
  trainAsInKeras(layer);
  const model = tf.sequential({ layers: [dense({ inputShape: [4], units: 3 }), layer] });
  expect(model.outputs[0]?.shape).toEqual([null, 3]);
});
