import { inspect } from 'node:util';
import * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setSeed } from '../../src/random/random';
import { disposeExamples, type Examples } from '../../src/data/tensors';
import { evaluate } from '../../src/engine/evaluate';
import { LoadedGraph } from '../../src/engine/graph/loaded-graph';
import { historyOf } from '../../src/results/history';
import { imagesLearnedBy } from '../../src/results/images-learned';
import { train } from '../../src/train/train';
import { compile, smallExamples, smallModel, weightsOf } from './small';

describe('train', () => {
  let examples: Examples;
  let validation: Examples;
  let model: tf.Sequential;
  beforeEach(() => {
    setSeed(42);
    examples = smallExamples(100);
    validation = smallExamples(40, 2);
    model = smallModel();
  });
  afterEach(() => {
    disposeExamples(examples);
    disposeExamples(validation);
    model.dispose();
    vi.restoreAllMocks();
  });
  const quietly = { silent: true, batchSize: 16 };

  it('returns rows that a cell ending with them shows as one sentence', async () => {
    const rows = await train(model, examples, { ...quietly, epochs: 3, validation });
    expect(inspect(rows)).toBe('epochs 1 to 3: 6 rows, listed by historyOf(model)');
    expect(inspect(historyOf(model))).toContain("split: 'validation'");
    const more = await train(model, examples, { ...quietly, epochs: 4, initialEpoch: 3 });
    expect(inspect(more)).toBe('epoch 4: 1 row, listed by historyOf(model)');
  });

  it('returns a row for each epoch and split', async () => {
    const rows = await train(model, examples, { ...quietly, epochs: 3, validation });
    expect(rows.map((row) => [row.epoch, row.split])).toEqual(
      [1, 2, 3].flatMap((epoch) => [
        [epoch, 'train'],
        [epoch, 'validation'],
      ]),
    );
    expect(historyOf(model)).toEqual(rows);
  });

  it('notes how many images it has learned from, without those kept back', async () => {
    await train(model, examples, { ...quietly, validation: 0.1 });
    expect(imagesLearnedBy(model)).toBe(90);
  });

  it('learns', async () => {
    const before = evaluate(model, validation);
    await train(model, examples, { ...quietly, epochs: 30 });
    const after = evaluate(model, validation);
    expect(after.loss).toBeLessThan(before.loss / 2);
    expect(after.accuracy).toBeGreaterThan(0.9);
  });

  it('measures validation as model.evaluate does', async () => {
    const rows = await train(model, examples, { ...quietly, validation });
    const [loss, accuracy] = model.evaluate(validation.images, validation.labels) as tf.Scalar[];
    expect(rows[1]?.loss).toBeCloseTo(loss?.dataSync()[0] ?? NaN, 5);
    expect(rows[1]?.accuracy).toBeCloseTo(accuracy?.dataSync()[0] ?? NaN, 5);
    tf.dispose([loss, accuracy]);
  });

  it('keeps the last tenth back when validation is 0.1', async () => {
    const tenth = { images: examples.images.slice([90]), labels: examples.labels.slice(90) };
    const rows = await train(model, examples, { ...quietly, validation: 0.1 });
    expect(rows[1]).toMatchObject({ split: 'validation', ...evaluate(model, tenth) });
    disposeExamples(tenth);
  });

  it('never learns from the part kept back', async () => {
    const spoiled = tf.tidy(() => ({
      images: examples.images,
      labels: tf.concat([examples.labels.slice(0, 90), tf.zeros([10])]) as tf.Tensor1D,
    }));
    const other = smallModel();
    await train(model, examples, { ...quietly, validation: 0.1 });
    await train(other, spoiled, { ...quietly, validation: 0.1 });
    expect(weightsOf(other)).toEqual(weightsOf(model));
    other.dispose();
    spoiled.labels.dispose();
  });

  it('gives the same weights again for the same seed, and others for another', async () => {
    const results = [];
    for (const seed of [42, 42, 43]) {
      setSeed(seed);
      const fresh = smallModel();
      await train(fresh, examples, { ...quietly, epochs: 2 });
      results.push(weightsOf(fresh));
      fresh.dispose();
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).not.toEqual(results[0]);
  });

  it('goes on where it was left, as if never interrupted', async () => {
    const whole = smallModel(tf.layers.dropout({ rate: 0.3 }));
    const parts = smallModel(tf.layers.dropout({ rate: 0.3 }));
    await train(whole, examples, { ...quietly, epochs: 4 });
    await train(parts, examples, { ...quietly, epochs: 2 });
    const rest = await train(parts, examples, { ...quietly, initialEpoch: 2, epochs: 4 });
    expect(weightsOf(parts)).toEqual(weightsOf(whole));
    expect(rest.map((row) => row.epoch)).toEqual([3, 4]);
    expect(historyOf(parts)).toEqual(historyOf(whole));
    whole.dispose();
    parts.dispose();
  });

  it.each([1, 3, 9, 10, 11])(
    'comes to the same bits when it is left after epoch %i, where a graph takes over in epoch 10',
    async (left) => {
      const whole = smallModel(tf.layers.dropout({ rate: 0.3 }));
      const parts = smallModel(tf.layers.dropout({ rate: 0.3 }));
      await train(whole, examples, { ...quietly, epochs: 12 });
      await train(parts, examples, { ...quietly, epochs: left });
      await train(parts, examples, { ...quietly, initialEpoch: left, epochs: 12 });
      expect(weightsOf(parts)).toEqual(weightsOf(whole));
      expect(historyOf(parts)).toEqual(historyOf(whole));
      whole.dispose();
      parts.dispose();
    },
  );

  it('takes the graph from the first step of an epoch of more than 64', async () => {
    const graphs = vi.spyOn(LoadedGraph.prototype, 'run');
    await train(model, examples, { ...quietly, epochs: 9 });
    expect(graphs).not.toHaveBeenCalled();
    await train(model, examples, { ...quietly, epochs: 10 });
    expect(graphs).toHaveBeenCalledTimes(2);
    graphs.mockClear();
    await train(model, examples, { ...quietly, batchSize: 1 });
    expect(graphs).toHaveBeenCalled();
  });

  it('says that a trained model goes on, from which epoch, and how to begin afresh', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const said = () => {
      const lines = log.mock.calls.flat().filter((line) => String(line).includes('goes on'));
      log.mockClear();
      return lines;
    };
    await train(model, examples, { epochs: 2 });
    expect(said()).toEqual([]);
    await train(model, examples, { epochs: 1 });
    expect(said()).toEqual([
      'this model goes on from the weights of epoch 2; to begin afresh, run the cell that builds it first',
    ]);
    compile(model);
    await train(model, examples);
    expect(said()).toHaveLength(1);
    await train(model, examples, { initialEpoch: 1, epochs: 2 });
    await train(model, examples, { silent: true });
    expect(said()).toEqual([]);
  });

  it('says that a model goes on that tfjs itself has trained', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await model.fit(examples.images, examples.labels, { verbose: 0 });
    await train(model, examples);
    expect(log.mock.calls[0]?.[0]).toBe(
      'this model goes on from what it has learned; to begin afresh, run the cell that builds it first',
    );
  });

  it('keeps of the history what lies before its first epoch', async () => {
    const epochs = () => historyOf(model).map((row) => row.epoch);
    await train(model, examples, { ...quietly, epochs: 3 });
    await train(model, examples, { ...quietly, epochs: 2, initialEpoch: 1 });
    expect(epochs()).toEqual([1, 2]);
    await train(model, examples, quietly);
    expect(epochs()).toEqual([1]);
  });

  it('refuses a model that is still training', async () => {
    const first = train(model, examples, { ...quietly, epochs: 2 });
    await expect(train(model, examples, quietly)).rejects.toThrow(
      'This model is still training; wait for its last epoch, or press Stop.',
    );
    expect(await first).toHaveLength(2);
  });

  it('ends when Stop is pressed, and keeps what was learned until then', async () => {
    const press = () => void process.emit('SIGINT');
    const stopped = (callbacks: object) =>
      train(model, examples, { ...quietly, epochs: 3, callbacks });
    await expect(stopped({ onEpochEnd: press })).rejects.toThrow(
      'Training stopped after epoch 1 of 3; the model keeps what it has learned',
    );
    expect(historyOf(model).map((row) => row.epoch)).toEqual([1]);
    await expect(stopped({ onEpochBegin: press })).rejects.toThrow(
      /^Training stopped after \d of 7 steps of epoch 1; /,
    );
  });

  it('names the epoch whose weights early stopping has put back', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    compile(model, tf.train.sgd(3));
    const options = { batchSize: 16, epochs: 50, validation, earlyStopping: { patience: 2 } };
    await train(model, examples, options);
    const best = /weights of epoch (\d+), its best/.exec(String(log.mock.lastCall?.[0]))?.[1];
    log.mockClear();
    await train(model, examples);
    expect(log.mock.calls[0]?.[0]).toContain(`goes on from the weights of epoch ${best};`);
  });

  it('keeps other metrics in the history, each with a column of its own', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const metrics = ['mse', 'accuracy', 'categoricalCrossentropy'];
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics });
    const oneHot = ({ images, labels }: Examples) => ({
      images,
      labels: tf.oneHot(labels.toInt(), 3),
    });
    const rows = await train(model, oneHot(examples), { validation: oneHot(validation) });
    const [loss, mse, accuracy, entropy] = (
      model.evaluate(validation.images, oneHot(validation).labels) as tf.Scalar[]
    ).map((value) => value.dataSync()[0] ?? NaN);
    const [, row] = historyOf(model);
    expect(rows[1]).toEqual(row);
    expect(row?.loss).toBeCloseTo(loss ?? NaN, 5);
    expect(row?.accuracy).toBeCloseTo(accuracy ?? NaN, 5);
    expect(row?.metrics?.['mse']).toBeCloseTo(mse ?? NaN, 5);
    expect(row?.metrics?.['categoricalCrossentropy']).toBeCloseTo(entropy ?? NaN, 5);
    const [head, first] = log.mock.calls.map(([text]) => String(text));
    expect(head).toMatch(/loss accuracy {4}mse categoricalCrossentropy$/);
    expect(first?.split(/ +/).slice(-4)[2]).toBe(mse?.toFixed(4));
  });

  it('passes on what a loss of one’s own throws, instead of training on some other way', async () => {
    const broken = () => {
      throw new TypeError('no such function');
    };
    model.compile({ optimizer: 'sgd', loss: broken });
    const oneHot = { images: examples.images, labels: tf.oneHot(examples.labels.toInt(), 3) };
    for (const batchSize of [16, 1]) {
      await expect(train(model, oneHot, { batchSize, silent: true })).rejects.toThrow(
        'no such function',
      );
    }
  });

  it('learns no weight that was frozen, also after compiling', async () => {
    const heard = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    for (const batchSize of [16, 1]) {
      const twin = smallModel();
      model = smallModel();
      for (const { layers } of [model, twin]) (layers[1] as tf.layers.Layer).trainable = false;
      const hidden = () => model.layers[1]?.getWeights()[0]?.dataSync();
      const frozen = hidden();
      await train(model, examples, { silent: true, batchSize, shuffle: false });
      await twin.fit(examples.images, examples.labels, { batchSize, shuffle: false, verbose: 0 });
      expect(hidden()).toEqual(frozen);
      weightsOf(model).forEach((weight, i) =>
        expect(Math.abs(weight - (weightsOf(twin)[i] ?? NaN))).toBeLessThan(1e-2),
      );
    }
    heard.mockRestore();
  });

  it('refuses an optimizer that has trained another model', async () => {
    const shared = tf.train.adam();
    const other = smallModel(tf.layers.dense({ units: 5 }));
    for (const one of [model, other]) compile(one, shared);
    await train(model, examples, quietly);
    await expect(train(other, examples, quietly)).rejects.toThrow(
      'The optimizer has been training another model; give each model one of its own',
    );
  });

  it('ends when the validation loss stops falling, with the best weights', async () => {
    compile(model, tf.train.sgd(3));
    const rows = await train(model, examples, {
      ...quietly,
      epochs: 50,
      validation,
      earlyStopping: { patience: 2 },
    });
    const losses = rows.filter((row) => row.split === 'validation').map((row) => row.loss);
    const best = losses.indexOf(Math.min(...losses));
    expect(losses.length).toBe(best + 3);
    expect(losses.length).toBeLessThan(50);
    expect(evaluate(model, validation).loss).toBe(losses[best]);
  });

  it('leaves no tensor behind, and no word where it is silent, when it stops early', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const early = { ...quietly, epochs: 3, validation, earlyStopping: { patience: 0 } };
    await train(model, examples, early);
    const before = tf.memory().numTensors;
    for (let call = 0; call < 3; call++) await train(model, examples, early);
    expect(tf.memory().numTensors).toBe(before);
    expect(log).not.toHaveBeenCalled();
  });

  it('calls back at the beginning and end of each epoch', async () => {
    const heard: unknown[] = [];
    await train(model, examples, {
      ...quietly,
      epochs: 2,
      callbacks: {
        onEpochBegin: (epoch) => void heard.push(['begin', epoch]),
        onEpochEnd: (epoch, rows) => void heard.push(['end', epoch, rows]),
      },
    });
    const [first, second] = historyOf(model);
    expect(heard).toEqual([
      ['begin', 1],
      ['end', 1, [first]],
      ['begin', 2],
      ['end', 2, [second]],
    ]);
  });

  it('prints a head and a row for each epoch: its time and the four figures', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const rows = await train(model, examples, { batchSize: 16, epochs: 10, validation });
    expect(log).toHaveBeenCalledTimes(11);
    const [head, first, ...others] = log.mock.calls.map(([text]) => String(text));
    expect(head?.split('\n')[0]).toBe('7 steps an epoch, of 16 examples each');
    const figures = rows.slice(0, 2).flatMap(({ loss, accuracy }) => [loss, accuracy]);
    const [, time, ...shown] = first?.trim().split(/ {2,}| (?=\d)/) ?? [];
    expect(time).toMatch(/^\d+(\.\d)? m?s$/);
    expect(shown).toEqual(figures.map((figure) => figure.toFixed(4)));
    expect(others.at(-1)).toMatch(/^10\/10 /);
  });

  it.each([
    [54_000, 1688],
    [55_000, 1719],
    [60_000, 1875],
  ])('takes %i images in %i steps of 32, as the lessons log', async (count, steps) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const network = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [1] })] });
    compile(network, tf.train.sgd(0.01));
    const blank = { images: tf.zeros([count, 1]), labels: tf.zeros([count]) };
    await train(network, blank);
    const counted = steps.toLocaleString('en-US');
    expect(log.mock.calls[0]?.[0]).toContain(`${counted} steps an epoch, of 32 examples each`);
    expect(network.optimizer.iterations).toBe(steps);
    tf.dispose([blank.images, blank.labels]);
    network.dispose();
  });

  it('draws a live chart that ends with all epochs', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await train(model, examples, { ...quietly, epochs: 3, validation, liveChart: true });
    // Outside a notebook a chart is its description.
    expect(log).toHaveBeenCalledTimes(1);
    expect(log.mock.calls[0]?.[0]).toMatch(/Loss over Epochs.*Accuracy over Epochs/s);
  });

  it('leaves no tensor behind over 50 calls', async () => {
    await train(model, examples, { ...quietly, validation: 0.2 });
    const before = tf.memory().numTensors;
    for (let call = 0; call < 50; call++) {
      // Every tenth call goes on with a graph.
      const epochs = call % 10 ? 1 : 12;
      await train(model, examples, { ...quietly, epochs, validation: call % 2 ? validation : 0.2 });
      evaluate(model, validation);
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});
