import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { backend } from '../../../src/tfjs/internals';
import { train } from '../../../src/train/train';
import { compile, smallExamples, smallModel, weightsOf } from '../../train/small';

vi.mock('node:fs', { spy: true });

const examples = smallExamples(400);
const native = backend().binding;
const load = vi.fn(native.loadSavedModel.bind(native));
const remove = vi.fn(native.deleteSavedModel.bind(native));

beforeAll(() => {
  // The binding's own functions cannot be replaced.
  const watched = { loadSavedModel: { value: load }, deleteSavedModel: { value: remove } };
  backend().binding = Object.create(native, watched) as typeof native;
});
beforeEach(() => vi.clearAllMocks());
afterAll(() => {
  backend().binding = native;
  tf.dispose([examples.images, examples.labels]);
});

const learn = (model: tf.Sequential) => train(model, examples, { silent: true, batchSize: 4 });

/** A network that no other test has, and so a graph of its own. */
const networkOf = (units: number) => smallModel(tf.layers.dense({ units }));

test('every graph is loaded from the same folder, which is gone afterwards', async () => {
  for (const units of [4, 5, 6]) {
    const model = networkOf(units);
    await learn(model);
    model.dispose();
  }
  const written = vi.mocked(writeFileSync).mock.calls.map(([file]) => String(file));
  const graphs = written.filter((file) => file.endsWith('saved_model.pb'));
  expect(graphs).toHaveLength(3);
  expect(new Set(graphs).size).toBe(1);
  expect(existsSync(dirname(graphs[0] ?? ''))).toBe(false);
});

test('a model that trains again, and another of its kind, take the graph that is there', async () => {
  const [first, other] = [smallModel(), smallModel()];
  await learn(first);
  expect(load).toHaveBeenCalledTimes(1);
  await learn(other);
  expect(load).toHaveBeenCalledTimes(1);
  // They began alike; the weights of the first are not in the graph.
  expect(weightsOf(other)).toEqual(weightsOf(first));
  await learn(first);
  expect(load).toHaveBeenCalledTimes(1);
  expect(weightsOf(other)).not.toEqual(weightsOf(first));
  tf.dispose([first, other].map((model) => model.getWeights()));
});

test('another optimizer, rate or frozen layer is another graph', async () => {
  const changes: ((model: tf.Sequential) => void)[] = [
    (model) => compile(model, tf.train.sgd(0.01)),
    (model) => compile(model, tf.train.sgd(0.02)),
    (model) => compile(model, tf.train.momentum(0.02, 0.9)),
    (model) => {
      model.layers[1]!.trainable = false;
      compile(model, tf.train.sgd(0.02));
    },
  ];
  for (const change of changes) {
    const model = smallModel();
    change(model);
    await learn(model);
    model.dispose();
  }
  expect(load).toHaveBeenCalledTimes(changes.length);
});

test('no more than four wait; the one that waited longest goes', async () => {
  for (const units of [11, 12, 13, 14, 15, 16]) await learn(networkOf(units));
  expect(load.mock.calls.length).toBe(6);
  expect(remove.mock.calls.length).toBe(6);
  vi.clearAllMocks();
  await learn(networkOf(13));
  expect(load).not.toHaveBeenCalled();
  await learn(networkOf(12));
  expect(load).toHaveBeenCalledTimes(1);
});
