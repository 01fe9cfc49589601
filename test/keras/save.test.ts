import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadModel } from '../../src/keras/load';
import { notesOf } from '../../src/keras/notes';
import { keepImagesLearned } from '../../src/results/images-learned';
import { saveModel } from '../../src/keras/save';
import { historyOf, keepHistory, type HistoryRow } from '../../src/results/history';
import { stepsDone } from '../../src/tfjs/optimizer-state';
import { jsonOf, temporaryFolder, type Json } from './files';

const folder = temporaryFolder();
const path = join(folder, 'model.keras');

let tensors = 0;
beforeEach(() => (tensors = tf.memory().numTensors));
afterEach(() => expect(tf.memory().numTensors).toBe(tensors));

function network(): tf.Sequential {
  const hidden = tf.layers.dense({ inputShape: [4], units: 3, activation: 'relu' });
  return tf.sequential({ layers: [hidden, tf.layers.dense({ units: 2, activation: 'softmax' })] });
}

async function throughFile(model: tf.LayersModel): Promise<tf.LayersModel> {
  await saveModel(model, path);
  return loadModel(path);
}

const history: HistoryRow[] = [
  { epoch: 1, split: 'train', loss: 0.1 + 0.2, accuracy: 2 / 3 },
  { epoch: 1, split: 'validation', loss: 1e-9, accuracy: NaN, metrics: { mse: 1 / 3 } },
];

describe('beside what Keras keeps, a file keeps', () => {
  test('class names, scaling and history, to the last digit', async () => {
    const model = network();
    keepHistory(model, history);
    await saveModel(model, path, { classNames: ['Bag', 'Coat'], scaling: 'divide by 255' });
    const loaded = await loadModel(path);
    expect(notesOf(loaded)).toEqual({ classNames: ['Bag', 'Coat'], scaling: 'divide by 255' });
    expect(historyOf(loaded)).toEqual(history);
    const again = await throughFile(loaded);
    expect(notesOf(again)).toEqual(notesOf(loaded));
    for (const one of [model, loaded, again]) one.dispose();
  });

  test('how many images the model has learned from', async () => {
    const model = network();
    keepImagesLearned(model, 54_000);
    const loaded = await throughFile(model);
    expect(notesOf(loaded).images).toBe(54_000);
    const again = await throughFile(loaded);
    expect(notesOf(again).images).toBe(54_000);
    await expect(saveModel(model, path, { images: 0.5 })).rejects.toThrow(/whole number from 1/);
    for (const one of [model, loaded, again]) one.dispose();
  });

  test('no class name without end', async () => {
    const model = network();
    const saved = saveModel(model, path, { classNames: ['Bag', 'x'.repeat(5000)] });
    await expect(saved).rejects.toThrow(/its class name "x+…" has 5000 characters, more than 100/);
    model.dispose();
  });

  test('nothing that does not fit the model', async () => {
    const model = network();
    const saved = saveModel(model, path, { classNames: ['Bag', 'Coat', 'Shirt'] });
    await expect(saved).rejects.toThrow('The notes do not fit the model: it has 3 class names');
    model.dispose();
  });
});

test('a model that was never compiled stays so', async () => {
  const model = network();
  const loaded = await throughFile(model);
  expect(loaded.optimizer).toBeUndefined();
  model.dispose();
  loaded.dispose();
});

test.each([
  ['SGD', () => tf.train.sgd(0.1)],
  ['Momentum', () => tf.train.momentum(0.1, 0.9, true)],
  ['RMSProp', () => tf.train.rmsprop(0.1, 0.8, 0.7, 1e-6, true)],
  ['Adam', () => tf.train.adam(0.0123456789, 0.8, 0.9, 1e-5)],
])('a compiled model that was never trained keeps its optimizer: %s', async (name, make) => {
  const model = network();
  const optimizer = make();
  model.compile({ optimizer, loss: 'meanSquaredError', metrics: ['mae', 'acc'] });
  const loaded = await throughFile(model);
  expect(loaded.optimizer.getClassName()).toBe(name);
  expect(loaded.optimizer.getConfig()).toEqual(optimizer.getConfig());
  expect(stepsDone(loaded.optimizer)).toBe(0);
  expect([loaded.loss, loaded.metrics]).toEqual(['meanSquaredError', ['mae', 'accuracy']]);
  const rates = [loaded.optimizer, optimizer].map((one) => (one as unknown as { c?: tf.Tensor }).c);
  loaded.dispose();
  model.dispose();
  optimizer.dispose();
  // tfjs's momentum leaves its learning rate behind.
  for (const rate of rates) if (rate && !rate.isDisposed) rate.dispose();
});

test('an optimizer that Keras computes otherwise is refused by name', async () => {
  const model = network();
  const optimizer = tf.train.adagrad(0.1);
  model.compile({ optimizer, loss: 'meanSquaredError' });
  await expect(saveModel(model, path)).rejects.toThrow('The optimizer Adagrad cannot be saved');
  model.dispose();
  optimizer.dispose();
});

test('a rate of 1 is written as Keras reads it', async () => {
  const model = network();
  const optimizer = tf.train.sgd(1);
  model.compile({ optimizer, loss: 'meanSquaredError' });
  await saveModel(model, path);
  const config = new TextDecoder().decode(unzipSync(readFileSync(path))['config.json']);
  expect(config).toContain('"learning_rate":1.0');
  model.dispose();
  optimizer.dispose();
});

test('a compiled model is written with all that Keras compiles it with', async () => {
  const model = network();
  const optimizer = tf.train.momentum(2, 1);
  model.compile({ optimizer, loss: 'meanSquaredError', metrics: ['mae'] });
  await saveModel(model, path);
  const parts = unzipSync(readFileSync(path));
  expect(new TextDecoder().decode(parts['config.json'])).toContain('"momentum":1.0,');
  expect(jsonOf<Json>(parts['config.json'])['compile_config']).toEqual({
    optimizer: {
      module: 'keras.optimizers',
      class_name: 'SGD',
      config: { learning_rate: 2, momentum: 1, nesterov: false },
      registered_name: null,
    },
    loss: 'mean_squared_error',
    metrics: ['mean_absolute_error'],
    loss_weights: null,
    weighted_metrics: null,
    run_eagerly: false,
    steps_per_execution: 1,
    jit_compile: false,
  });
  expect(jsonOf(parts['metadata.json'])).toEqual({
    keras_version: '3.0.5',
    date_saved: expect.stringMatching(/^2\d{3}-\d\d-\d\dT.*Z$/),
    written_by: 'nnlab',
  });
  model.dispose();
  optimizer.dispose();
  (optimizer as unknown as { c: tf.Tensor }).c.dispose();
});

test('a loss after an end that means another thing in Keras comes back in nnlab’s own file', async () => {
  const model = network();
  model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  const loaded = await throughFile(model);
  expect(loaded.loss).toBe('binaryCrossentropy');
  expect(loaded.metrics).toEqual(['categoricalAccuracy']);
  for (const one of [model, loaded]) one.dispose();
});

test('a compiled model can be opened without what it was compiled with', async () => {
  const model = network();
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  await saveModel(model, path);
  const loaded = await loadModel(path, { compile: false });
  expect(loaded.optimizer).toBeUndefined();
  for (const one of [model, loaded]) one.dispose();
});

test('the file has the parts Keras looks for, stored as Keras stores them', async () => {
  const model = network();
  await saveModel(model, path);
  const bytes = readFileSync(path);
  const methods: number[] = [];
  const parts = unzipSync(bytes, {
    filter: ({ compression }) => methods.push(compression) > 0,
  });
  expect(Object.keys(parts).sort()).toEqual([
    'config.json',
    'metadata.json',
    'model.weights.h5',
    'nnlab.json',
  ]);
  expect(new Set(methods)).toEqual(new Set([0]));
  expect(jsonOf(parts['config.json'])).toMatchObject({ module: 'keras', class_name: 'Sequential' });
  model.dispose();
});
