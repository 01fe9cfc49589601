import type * as tf from '@tensorflow/tfjs-node';
import { ignored, isConfig, mustBe, readFields, shown, type Config, type Fields } from './fields';
import { namedConfig, type NamedConfig } from './initializers';

/** A loss or metric: tfjs's name, Keras' name, and what else Keras calls it. */
type Term = readonly [tfjs: string, keras: string, ...alsoCalled: string[]];

const LOSSES: readonly Term[] = [
  [
    'sparseCategoricalCrossentropy',
    'sparse_categorical_crossentropy',
    'SparseCategoricalCrossentropy',
  ],
  ['categoricalCrossentropy', 'categorical_crossentropy', 'CategoricalCrossentropy'],
  ['binaryCrossentropy', 'binary_crossentropy', 'BinaryCrossentropy'],
  ['meanSquaredError', 'mean_squared_error', 'MeanSquaredError', 'mse', 'MSE'],
  ['meanAbsoluteError', 'mean_absolute_error', 'MeanAbsoluteError', 'mae', 'MAE'],
];

const METRICS: readonly Term[] = [
  // tfjs has no name for the accuracy of whole-number labels but this one.
  ['accuracy', 'accuracy', 'acc', 'sparse_categorical_accuracy', 'SparseCategoricalAccuracy'],
  ['acc', 'accuracy'],
  ['categoricalAccuracy', 'categorical_accuracy', 'CategoricalAccuracy'],
  ['binaryAccuracy', 'binary_accuracy', 'BinaryAccuracy'],
  ['categoricalCrossentropy', 'categorical_crossentropy', 'CategoricalCrossentropy'],
  [
    'sparseCategoricalCrossentropy',
    'sparse_categorical_crossentropy',
    'SparseCategoricalCrossentropy',
  ],
  ['mse', 'mean_squared_error', 'mse', 'MSE', 'MeanSquaredError'],
  ['mae', 'mean_absolute_error', 'mae', 'MAE', 'MeanAbsoluteError'],
];

/** What a model minimises and measures, in the words of one side. */
export interface Goals {
  readonly loss: string;
  readonly metrics: readonly string[];
}

/** The goals in Keras' words, for the file. */
export function writeGoals(model: tf.LayersModel): Goals {
  const losses: unknown[] = [model.loss].flat();
  const metrics: unknown[] = [model.metrics ?? []].flat();
  return {
    loss: inKeras('loss', LOSSES, losses.length === 1 ? losses[0] : losses),
    metrics: metrics.map((metric) => inKeras('metric', METRICS, metric)),
  };
}

function inKeras(what: string, terms: readonly Term[], name: unknown): string {
  const term = terms.find(([tfjs]) => tfjs === name);
  if (term) return term[1];
  const given = typeof name === 'string' ? name : 'not given by one name';
  throw new Error(
    `The model cannot be saved: its ${what} is ${given}; ` +
      `compile it with one of ${tfjsNames(terms)}, then save again.`,
  );
}

/** The goals of a file in tfjs's words. */
export function readGoals(compiled: Config): Goals {
  for (const setting of ['loss_weights', 'weighted_metrics']) mustBe().read(compiled[setting]);
  const metrics: unknown = compiled['metrics'] ?? [];
  if (!Array.isArray(metrics)) throw new Error(`its metrics are ${shown(metrics)}, not a list`);
  return {
    loss: inTfjs('loss', LOSSES, compiled['loss']),
    metrics: metrics.flat().map((metric) => inTfjs('metric', METRICS, metric)),
  };
}

/** Nothing but the plain form of a loss exists on both sides. */
const PLAIN: Fields = {
  name: ignored,
  dtype: ignored,
  reduction: mustBe('sum_over_batch_size', 'mean_with_sample_weight', 'mean'),
  label_smoothing: mustBe(0),
  threshold: mustBe(0.5),
  axis: mustBe(-1),
};

function inTfjs(what: string, terms: readonly Term[], value: unknown): string {
  const { className, config } = wordOrObject(value);
  const term = terms.find(([, ...names]) => names.includes(className));
  if (!term) {
    throw new Error(`its ${what} is ${shown(className)}; nnlab knows ${tfjsNames(terms)}`);
  }
  try {
    readFields(PLAIN, config);
  } catch (error) {
    throw new Error(`its ${what} ${className}: ${(error as Error).message}`);
  }
  return term[0];
}

/** A loss given as a Python function is written with its name as the config. */
function wordOrObject(value: unknown): NamedConfig {
  const isFunction = isConfig(value) && value['class_name'] === 'function';
  return namedConfig(isFunction ? value['config'] : value);
}

function tfjsNames(terms: readonly Term[]): string {
  return [...new Set(terms.map(([tfjs]) => tfjs))].join(', ');
}
