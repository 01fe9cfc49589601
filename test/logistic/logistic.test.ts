import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as tf from '@tensorflow/tfjs-node';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { logisticNetwork } from '../../src/models/architectures';
import { accuracyOf } from '../../src/judge/confusion';
import { predictImages } from '../../src/judge/predict';
import { historyOf } from '../../src/results/history';
import { trainLogistic } from '../../src/logistic/logistic';
import { weightsOf } from '../train/small';

interface Golden {
  readonly inputs: number[][];
  readonly labels: number[];
  readonly coefficients: number[][];
  readonly intercept: number[];
  readonly loss: number;
  readonly penalizedLoss: number;
  readonly accuracy: number;
}

/** What scikit-learn finds; written by scripts/golden/logistic.py. */
const golden = JSON.parse(
  readFileSync(join(__dirname, 'golden', 'logistic.json'), 'utf8'),
) as Golden;
const examples = { images: tf.tensor2d(golden.inputs), labels: tf.tensor1d(golden.labels) };

function smallLogistic(inputs = 6, activation: 'softmax' | 'relu' = 'softmax'): tf.Sequential {
  return tf.sequential({
    layers: [tf.layers.dense({ inputShape: [inputs], units: 3, activation })],
  });
}

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => printed.push(text));
});
afterAll(() => tf.dispose(examples));

describe('a converged logistic regression', () => {
  it('is the one scikit-learn finds', async () => {
    const model = smallLogistic();
    const fit = await trainLogistic(model, examples, { tolerance: 1e-6 });
    expect(fit.converged).toBe(true);
    expect(fit.loss).toBeCloseTo(golden.loss, 5);
    expect(fit.penalizedLoss).toBeCloseTo(golden.penalizedLoss, 6);
    expect(fit.accuracy).toBeCloseTo(golden.accuracy, 6);
    const [kernel = [], bias] = [
      model.getWeights()[0]?.arraySync() as number[][],
      weightsOf(model),
    ];
    golden.coefficients.forEach((row, kind) =>
      row.forEach((value, input) => expect(kernel[input]?.[kind]).toBeCloseTo(value, 3)),
    );
    golden.intercept.forEach((value, kind) => expect(bias.at(kind - 3)).toBeCloseTo(value, 3));
    model.dispose();
  });

  it('does not depend on where the weights began', async () => {
    const [first, second] = [smallLogistic(), smallLogistic()];
    await trainLogistic(first, examples);
    await trainLogistic(second, examples);
    expect(weightsOf(second)).toEqual(weightsOf(first));
    first.dispose();
    second.dispose();
  });

  it('is judged like any model', async () => {
    const model = smallLogistic();
    const fit = await trainLogistic(model, examples);
    expect(accuracyOf(predictImages(model, examples))).toBeCloseTo(fit.accuracy, 6);
    model.dispose();
  });

  it('has a history row for every iteration, and says that it converged', async () => {
    const model = smallLogistic();
    const fit = await trainLogistic(model, examples);
    const rows = historyOf(model);
    expect(rows.map((row) => row.epoch)).toEqual(rows.map((_, i) => i + 1));
    expect(rows).toHaveLength(fit.iterations);
    expect(rows.at(-1)).toMatchObject({ split: 'train', loss: fit.loss, accuracy: fit.accuracy });
    expect(printed).toEqual([expect.stringMatching(/^converged {2}\d+ iterations/)]);
    model.dispose();
  });

  it('comes from images as squares too', async () => {
    const model = smallLogistic();
    const squares = { images: examples.images.reshape([120, 2, 3]), labels: examples.labels };
    const fit = await trainLogistic(model, squares);
    expect(fit.penalizedLoss).toBeCloseTo(golden.penalizedLoss, 5);
    tf.dispose([squares.images]);
    model.dispose();
  });
});

describe('a logistic regression that does not converge says so', () => {
  it('when the iterations run out', async () => {
    const model = smallLogistic();
    const fit = await trainLogistic(model, examples, { maxIterations: 2 });
    expect(fit).toMatchObject({ converged: false, iterations: 2 });
    expect(printed).toEqual([
      expect.stringMatching(/^not converged {2}2 iterations.*raise maxIterations above 2$/),
    ]);
    model.dispose();
  });

  it('when the tolerance is finer than the numbers', async () => {
    const model = smallLogistic();
    const fit = await trainLogistic(model, examples, { tolerance: 1e-12 });
    expect(fit.converged).toBe(false);
    expect(fit.penalizedLoss).toBeCloseTo(golden.penalizedLoss, 6);
    expect(printed).toEqual([expect.stringMatching(/take a larger tolerance$/)]);
    model.dispose();
  });
});

describe('Stop', () => {
  it('ends it at once; the model keeps what it has learned', async () => {
    const others = process.listeners('SIGINT');
    const model = smallLogistic();
    const training = trainLogistic(model, examples, { tolerance: 1e-9 });
    // Each iteration gives way to one turn, so the button is pressed between the same two each time.
    for (let turn = 0; turn < 30; turn++) await nextTurn();
    process.emit('SIGINT');
    await expect(training).rejects.toThrow(/^Training stopped after iteration \d+/);
    expect(printed).toEqual([expect.stringMatching(/^stopped {2}\d+ iterations/)]);
    const rows = historyOf(model);
    expect(rows.length).toBeLessThan(100);
    expect(accuracyOf(predictImages(model, examples))).toBeCloseTo(rows.at(-1)?.accuracy ?? NaN, 6);
    expect(process.listeners('SIGINT')).toEqual(others);
    model.dispose();
  });
});

it('fifty regressions leave no tensor behind', async () => {
  const model = smallLogistic();
  const before = tf.memory().numTensors;
  for (let call = 0; call < 50; call++) await trainLogistic(model, examples, { maxIterations: 3 });
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
});

describe('what cannot be trained is refused in words', () => {
  it('a network with a hidden layer, or without softmax', async () => {
    const hidden = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [6], units: 4 }),
        tf.layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });
    for (const model of [hidden, smallLogistic(6, 'relu')]) {
      await expect(trainLogistic(model, examples)).rejects.toThrow(/one softmax layer/);
      model.dispose();
    }
  });

  it('a label that is no class', async () => {
    const [model, labels] = [smallLogistic(), tf.fill([120], 3) as tf.Tensor1D];
    await expect(trainLogistic(model, { images: examples.images, labels })).rejects.toThrow(
      /Label 3 is none of the model's classes 0 to 2/,
    );
    labels.dispose();
    model.dispose();
  });

  it('images of another size', async () => {
    const model = logisticNetwork();
    await expect(trainLogistic(model, examples)).rejects.toThrow(/784/);
    model.dispose();
  });
});
