import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, test } from 'vitest';
import { checkOutput, readGoals, writeGoals } from '../../src/keras/losses-and-metrics';

const object = (class_name: string, config: unknown = {}) => ({ class_name, config });
const lossOf = (loss: unknown) => readGoals({ loss }, 3).loss;
const metricsOf = (loss: string, metrics: unknown, outputs = 3) =>
  readGoals({ loss, metrics }, outputs).metrics;

describe('a loss', () => {
  test.each<[unknown, string]>([
    ['sparse_categorical_crossentropy', 'sparseCategoricalCrossentropy'],
    ['mse', 'meanSquaredError'],
    [['mae'], 'meanAbsoluteError'],
    [object('BinaryCrossentropy', { name: 'any', dtype: 'float32' }), 'binaryCrossentropy'],
    [object('MeanSquaredError', { reduction: 'sum_over_batch_size' }), 'meanSquaredError'],
    [object('function', 'categorical_crossentropy'), 'categoricalCrossentropy'],
  ])('that Keras writes %j is known', (written, loss) => {
    expect(lossOf(written)).toBe(loss);
  });

  const known =
    'nnlab knows sparseCategoricalCrossentropy, categoricalCrossentropy, binaryCrossentropy, ' +
    'meanSquaredError, meanAbsoluteError';
  test.each<[unknown, string]>([
    ['poisson', `its loss is "poisson"; ${known}`],
    [object('function', 'poisson'), `its loss is "poisson"; ${known}`],
    [['mse', 'mae'], 'its loss should be a Keras object with class_name and config'],
    [[], 'its loss should be a Keras object'],
    [
      object('MeanSquaredError', { reduction: 'sum' }),
      'its loss MeanSquaredError: its reduction is "sum", which is known to one of',
    ],
    [object('BinaryCrossentropy', { label_smoothing: 0.1 }), 'its label_smoothing is 0.1'],
  ])('that Keras writes %j is refused', (written, message) => {
    expect(() => lossOf(written)).toThrow(message);
  });

  test('goes with the end of a network as it does in Keras, or is refused', () => {
    const fits = (loss: string, activation?: string) => {
      expect(() => checkOutput(loss, activation)).not.toThrow();
    };
    fits('binaryCrossentropy', 'sigmoid');
    fits('binaryCrossentropy');
    fits('categoricalCrossentropy', 'softmax');
    fits('sparseCategoricalCrossentropy', 'softmax');
    fits('meanSquaredError', 'softmax');
    fits('meanSquaredError', 'sigmoid');
    for (const [loss, activation] of [
      ['binaryCrossentropy', 'softmax'],
      ['categoricalCrossentropy', 'sigmoid'],
      ['sparseCategoricalCrossentropy', 'sigmoid'],
    ] as const) {
      expect(() => checkOutput(loss, activation)).toThrow(
        `its loss ${loss} after ${activation} is one thing in Keras, another in TensorFlow.js`,
      );
    }
  });
});

describe('metrics', () => {
  test('may be missing, and may stand in a list of their own for each output', () => {
    expect(metricsOf('mse', undefined)).toEqual([]);
    expect(metricsOf('mse', [['mae'], ['MSE']])).toEqual(['mae', 'mse']);
  });

  test.each<[string, unknown, number, string]>([
    ['sparse_categorical_crossentropy', 'accuracy', 3, 'accuracy'],
    ['sparse_categorical_crossentropy', 'sparse_categorical_accuracy', 3, 'accuracy'],
    ['sparse_categorical_crossentropy', object('SparseCategoricalAccuracy'), 3, 'accuracy'],
    ['categorical_crossentropy', 'acc', 3, 'accuracy'],
    ['binary_crossentropy', 'accuracy', 1, 'accuracy'],
    ['binary_crossentropy', 'accuracy', 2, 'categoricalAccuracy'],
    ['binary_crossentropy', 'binary_accuracy', 2, 'binaryAccuracy'],
    ['mse', object('BinaryAccuracy', { threshold: 0.5 }), 1, 'binaryAccuracy'],
  ])('mean with the loss %s: %j of %i outputs', (loss, metric, outputs, meant) => {
    expect(metricsOf(loss, [metric], outputs)).toEqual([meant]);
  });

  test.each<[unknown, string]>([
    ['many', 'its metrics are "many", not a list'],
    [['auc'], 'its metric is "auc"; nnlab knows accuracy, acc, categoricalAccuracy, '],
    [[7], 'its metric should be a Keras object with class_name and config, but is 7'],
    [[object('BinaryAccuracy', { threshold: 0.7 })], 'its metric BinaryAccuracy: its threshold is'],
    [
      ['sparse_categorical_accuracy'],
      'its metric is "sparse_categorical_accuracy", which does not go with its loss meanSquaredError',
    ],
    [[object('SparseCategoricalAccuracy')], 'which does not go with its loss meanSquaredError'],
  ])('written as %j are refused', (metrics, message) => {
    expect(() => metricsOf('mse', metrics)).toThrow(message);
  });

  test('and losses with weights of their own are refused', () => {
    const goals = { loss: 'mse', loss_weights: null, weighted_metrics: null };
    expect(readGoals(goals, 1)).toEqual({ loss: 'meanSquaredError', metrics: [] });
    expect(() => readGoals({ ...goals, loss_weights: [2] }, 1)).toThrow('its loss_weights is [2]');
    expect(() => readGoals({ ...goals, weighted_metrics: ['acc'] }, 1)).toThrow(
      'its weighted_metrics is ["acc"]',
    );
  });
});

describe('the goals of a model', () => {
  const compiled = (loss: string | string[], metrics?: string[]) => {
    const input = tf.input({ shape: [2] });
    const outputs = [1, 2].map(() => tf.layers.reLU().apply(input) as tf.SymbolicTensor);
    const several = Array.isArray(loss) ? outputs : (outputs[0] as tf.SymbolicTensor);
    const model = tf.model({ inputs: input, outputs: several });
    model.compile({ optimizer: 'sgd', loss, ...(metrics && { metrics }) });
    return model;
  };

  test('are written in Keras’ words', () => {
    expect(writeGoals(compiled('meanAbsoluteError', ['accuracy', 'acc', 'mse']))).toEqual({
      loss: 'mean_absolute_error',
      metrics: ['accuracy', 'accuracy', 'mean_squared_error'],
    });
    expect(writeGoals(compiled('binaryCrossentropy')).metrics).toEqual([]);
  });

  test('are refused where each output has a loss of its own', () => {
    expect(() => writeGoals(compiled(['meanSquaredError', 'meanAbsoluteError']))).toThrow(
      /^The model cannot be saved: its loss is not given by one name; compile it with one of .*, then save again\.$/,
    );
  });
});
