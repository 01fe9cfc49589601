import * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setSeed } from '../../src/random/random';
import { disposeExamples, type Examples } from '../../src/data/tensors';
import { historyOf } from '../../src/results/history';
import { train } from '../../src/train/train';
import { compile, smallExamples, smallModel, weightsOf } from './small';

const COUNT = 100;

/** In seven steps, which are made one by one, and in a hundred, which are made by a graph. */
describe.each([16, 1])('training that goes astray, with %i examples a batch', (batchSize) => {
  let examples: Examples & { oneHot: tf.Tensor };
  let model: tf.Sequential;
  const options = { batchSize, silent: true, shuffle: false };
  const steps = Math.ceil(COUNT / batchSize);
  beforeEach(() => {
    setSeed(42);
    const made = smallExamples(COUNT);
    examples = { ...made, oneHot: tf.oneHot(made.labels.toInt(), 3) };
    model = smallModel(tf.layers.dense({ units: 4 }), tf.layers.batchNormalization());
  });
  afterEach(() => {
    disposeExamples(examples);
    examples.oneHot.dispose();
    model.dispose();
    vi.restoreAllMocks();
  });
  /** Without a softmax or a normalization nothing holds its numbers back. */
  const explosive = (rate: number) => {
    const initializer = tf.initializers.glorotUniform({ seed: 1 });
    model.dispose();
    model = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [3, 4] }),
        tf.layers.dense({ units: 8, kernelInitializer: initializer }),
        tf.layers.dense({ units: 3, kernelInitializer: initializer }),
      ],
    });
    compile(model, tf.train.sgd(rate), 'meanSquaredError');
  };
  const learning = () => ({ images: examples.images, labels: examples.oneHot });
  const astray = async (given = learning(), more: object = {}) => {
    const error = await train(model, given, { ...options, ...more }).catch((why: unknown) => why);
    return error instanceof Error ? error.message : 'it trained';
  };
  /** The first step in which tfjs's own `fit` has a loss that is no number. */
  const stepByFit = async () => {
    const losses: number[] = [];
    const onBatchEnd = (_: number, logs: tf.Logs = {}) => void losses.push(Number(logs['loss']));
    const { images, labels } = learning();
    const callbacks = { onBatchEnd };
    await model.fit(images, labels, { batchSize, shuffle: false, verbose: 0, callbacks });
    return losses.findIndex((loss) => !Number.isFinite(loss)) + 1;
  };

  it('ends at the step where the loss is no number, is told the rate, and undoes the epoch', async () => {
    explosive(100);
    const before = weightsOf(model);
    const message = await astray();
    expect(message).toMatch(/^Training went astray in epoch 1, step \d+ of \d+: the loss is /);
    expect(message).toContain('The learning rate, 100, is most likely too large');
    expect(message).toContain('Compile with a smaller one, a tenth, say. The model has');
    expect(message).toContain('The model has the weights from before the training again.');
    expect(weightsOf(model)).toEqual(before);
    expect(historyOf(model)).toEqual([]);
    expect(model.optimizer.iterations).toBe(0);
    expect(Number(/step (\d+) of/.exec(message)?.[1])).toBe(await stepByFit());
  });

  it('in a later epoch, goes back to the last whole one, and can go on from there', async () => {
    const whole = smallModel(tf.layers.dense({ units: 4 }), tf.layers.batchNormalization());
    whole.setWeights(model.getWeights());
    for (const one of [model, whole])
      compile(one, tf.train.momentum(0.01, 0.9), 'meanSquaredError');
    const rate = (value: number) => (model.optimizer as tf.SGDOptimizer).setLearningRate(value);
    const onEpochBegin = (epoch: number) => (epoch === 3 ? rate(1e30) : undefined);
    const message = await astray(learning(), { epochs: 4, callbacks: { onEpochBegin } });
    expect(message).toContain('astray in epoch 3, step ');
    expect(message).toContain('The model has the weights of epoch 2 again.');
    expect(historyOf(model).map((row) => row.epoch)).toEqual([1, 2]);
    rate(0.01);
    await train(model, learning(), { ...options, initialEpoch: 2, epochs: 4 });
    await train(whole, learning(), { ...options, epochs: 4 });
    expect(weightsOf(model)).toEqual(weightsOf(whole));
    expect(historyOf(model)).toEqual(historyOf(whole));
    whole.dispose();
  });

  it('is noticed when only the last step spoiled the weights', async () => {
    compile(model, tf.train.sgd(1e39), 'meanSquaredError');
    const before = weightsOf(model);
    const one = {
      images: examples.images.slice([0], [1]),
      labels: examples.oneHot.slice([0], [1]),
    };
    expect(await astray(one)).toContain('step 1 of 1: some weights are NaN or infinite');
    expect(weightsOf(model)).toEqual(before);
  });

  it('is not laid on the learning rate when nothing was learned yet', async () => {
    const nothing = (truth: tf.Tensor, guess: tf.Tensor) => guess.sub(truth).mul(NaN).mean(-1);
    model.compile({ optimizer: 'sgd', loss: nothing });
    expect(await astray()).toContain(
      `epoch 1, step 1 of ${steps}: the loss is NaN. It was so before anything was learned: either ` +
        `the images hold numbers too large (up to ${Math.max(...examples.images.dataSync())}), ` +
        'or the loss does not suit the outputs. ',
    );
  });

  it('is laid on the learning rate in the first step of a later epoch', async () => {
    explosive(1e25);
    const message = await astray(learning(), { batchSize: COUNT, epochs: 2 });
    expect(message).toContain(
      'astray in epoch 2, step 1 of 1: the loss is Infinity. The learning rate',
    );
    expect(message).toContain('The model has the weights of epoch 1 again.');
  });

  it('tells to divide images that go up to 255', async () => {
    explosive(100);
    const images = examples.images.mul(255).round().maximum(255);
    expect(await astray({ ...learning(), images })).toContain(
      'a tenth, say, and divide the images by 255, their largest number.',
    );
  });

  it('ends training when the validation loss is no number', async () => {
    compile(model, tf.train.sgd(0.01), 'meanSquaredError');
    const validation = { ...learning(), images: examples.images.mul(0).add(3e38) };
    const message = await astray(learning(), { validation, earlyStopping: { patience: 2 } });
    expect(message).toMatch(/epoch 1, step \d+ of \d+: the validation loss is (NaN|Infinity)/);
  });

  it('leaves no tensor behind', async () => {
    explosive(100);
    await astray();
    const before = tf.memory().numTensors;
    for (let call = 0; call < 3; call++) expect(await astray()).toContain('astray');
    expect(tf.memory().numTensors).toBe(before);
  });
});
