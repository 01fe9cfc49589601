import * as tf from '@tensorflow/tfjs-node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  dense100x75,
  dense128,
  dropout128,
  flatten128,
  leaky128x64,
  logisticNetwork,
} from '../../../src/models/architectures';
import { examplesFor } from '../../../src/engine/examples';
import { fitTrainer } from '../fit-trainer';
import { GraphTrainer } from '../../../src/engine/graph/graph-trainer';
import { historyOf } from '../../../src/results/history';
import { train } from '../../../src/train/train';
import { GraphWriter } from '../../../src/engine/graph/graph-writer';
import { compile, smallExamples, smallModel, weightsOf } from '../../train/small';

const networks = [dense128, flatten128, dropout128, dense100x75, leaky128x64, logisticNetwork];
const optimizers = ['sgd', 'adam', 'rmsprop'];
const goOn = () => Promise.resolve(true);
const inOrder = (count: number) => Int32Array.from({ length: count }, (_, i) => i);

afterEach(() => vi.restoreAllMocks());

describe('every lesson network trains by the graph', () => {
  const images = tf.randomUniform([40, 28, 28]);
  const labels = tf.range(0, 40).mod(10).as1D();
  const pairs = networks.flatMap((build) =>
    optimizers.map((name) => [build.name, name, build] as const),
  );

  it.each(pairs)('%s with %s', async (_name, optimizer, build) => {
    const model = build();
    model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
    const byGraph = new GraphTrainer(model, examplesFor(model, { images, labels }), 32);
    expect((await byGraph.run(inOrder(40), goOn)).loss).toBeGreaterThan(0);
    byGraph.dispose();
    model.dispose();
  });
});

describe('the training graph', () => {
  const examples = smallExamples(64);

  it('leaves the model as it was when the step is recorded', () => {
    const model = smallModel(tf.layers.dropout({ rate: 0.5 }), tf.layers.batchNormalization());
    const before = weightsOf(model);
    const config = JSON.stringify(model.toJSON());
    new GraphTrainer(model, examples, 16).dispose();
    expect(weightsOf(model)).toEqual(before);
    expect(model.optimizer.iterations).toBe(0);
    expect(JSON.stringify(model.toJSON())).toBe(config);
  });

  it('learns on with the learning rate that a callback has set', async () => {
    const models = [smallModel(), smallModel()];
    for (const [i, model] of models.entries()) {
      const optimizer = tf.train.sgd(0.1);
      compile(model, optimizer);
      const trainer =
        i === 0 ? fitTrainer(model, examples, 16) : new GraphTrainer(model, examples, 16);
      await trainer.run(inOrder(64), goOn);
      optimizer.setLearningRate(0.5);
      await trainer.run(inOrder(64), goOn);
      trainer.dispose();
    }
    const [byFit = [], byGraph = []] = models.map(weightsOf);
    byGraph.forEach((weight, i) => expect(weight).toBeCloseTo(byFit[i] ?? NaN, 5));
  });

  it('drops other units in every step', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [3, 4] }),
        tf.layers.dropout({ rate: 0.5 }),
        tf.layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });
    compile(model, tf.train.sgd(0));
    const trainer = new GraphTrainer(model, examples, 64);
    const losses = [];
    for (let step = 0; step < 4; step++) {
      losses.push((await trainer.run(inOrder(64), goOn)).loss);
    }
    expect(new Set(losses).size).toBe(4);
    trainer.dispose();
  });

  it('gives the same result however an epoch is cut into stretches', async () => {
    const results = [];
    for (const milliseconds of [0, 1000]) {
      // How many steps a call makes depends on how long they seem to take.
      vi.spyOn(performance, 'now').mockImplementation(() => (clock += milliseconds));
      let clock = 0;
      const model = smallModel(tf.layers.dropout({ rate: 0.2 }));
      const trainer = new GraphTrainer(model, examples, 4);
      const looks = vi.fn(goOn);
      const measured = await trainer.run(inOrder(64), looks);
      results.push({ looks: looks.mock.calls.length, weights: weightsOf(model), measured });
      trainer.dispose();
    }
    const [quick, slow] = results;
    expect(quick?.looks).toBeLessThan(slow?.looks ?? 0);
    expect(quick?.weights).toEqual(slow?.weights);
    expect(quick?.measured).toEqual(slow?.measured);
  });
});

describe('what cannot be recorded', () => {
  const examples = smallExamples(64);

  it('trains step by step, says why in one line, and learns all the same', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const model = smallModel(tf.layers.gaussianNoise({ stddev: 0.1 }));
    const before = weightsOf(model);
    // The first epoch of 64 steps needs no graph.
    await train(model, examples, { epochs: 2, batchSize: 1 });
    const lines = log.mock.calls.flat().map(String);
    expect(lines.filter((line) => line.includes('trains step by step'))).toEqual([
      'This model trains step by step, which is slower: ' +
        'this layer draws random numbers in JavaScript.',
    ]);
    expect(weightsOf(model)).not.toEqual(before);
    expect(historyOf(model).length).toBe(2);
  });

  it('is also what cannot be written, on a full disk, say', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    vi.stubEnv('TMPDIR', '/no/such/folder');
    const model = smallModel();
    await train(model, examples, { batchSize: 1, epochs: 2 });
    vi.unstubAllEnvs();
    expect(log.mock.calls.flat().map(String)).toContainEqual(
      expect.stringMatching(
        /^This model trains step by step, which is slower: its graph cannot be written \(ENOENT.*\)\.$/,
      ),
    );
    expect(historyOf(model).length).toBe(2);
  });

  it('is nothing else: any other error is passed on', async () => {
    vi.spyOn(GraphWriter.prototype, 'savedModel').mockImplementation(() => {
      throw new TypeError('a fault of the library');
    });
    const training = train(smallModel(), examples, { batchSize: 1, epochs: 2, silent: true });
    await expect(training).rejects.toThrow('a fault of the library');
  });

  it('leaves no tensor behind', async () => {
    const model = smallModel(tf.layers.gaussianNoise({ stddev: 0.1 }));
    const options = { silent: true, batchSize: 1, epochs: 2 };
    await train(model, examples, options);
    const before = tf.memory().numTensors;
    for (let call = 0; call < 5; call++) await train(model, examples, options);
    expect(tf.memory().numTensors).toBe(before);
  });
});
