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

/** The goals of a file in tfjs's words, for a model that ends in so many outputs. */
export function readGoals(compiled: Config, outputs: number): Goals {
  const { loss_weights, weighted_metrics } = compiled;
  readFields({}, { loss_weights, weighted_metrics });
  const metrics: unknown = compiled['metrics'] ?? [];
  if (!Array.isArray(metrics)) throw new Error(`its metrics are ${shown(metrics)}, not a list`);
  const loss = inTfjs('loss', LOSSES, theOne(compiled['loss']));
  return { loss, metrics: metrics.flat().map((metric) => metricFor(metric, loss, outputs)) };
}

/** Keras may write the loss of a model's only output as a list. */
function theOne(losses: unknown): unknown {
  return Array.isArray(losses) && losses.length === 1 ? (losses as unknown[])[0] : losses;
}

/** The accuracy meant by the short word depends on loss and outputs, on each side in its own way. */
function metricFor(value: unknown, loss: string, outputs: number): string {
  const metric = inTfjs('metric', METRICS, value);
  if (metric !== 'accuracy') return metric;
  const { className } = wordOrObject('metric', value);
  if (/^sparse/i.test(className) && loss !== 'sparseCategoricalCrossentropy') {
    throw new Error(`its metric is ${shown(className)}, which does not go with its loss ${loss}`);
  }
  return loss === 'binaryCrossentropy' && outputs > 1 ? 'categoricalAccuracy' : metric;
}

/**
 * After a softmax or sigmoid, Keras computes a cross-entropy from what goes into it, even if
 * the two do not belong together; tfjs from what comes out.
 */
export function checkOutput(loss: string, activation: string | undefined): void {
  const binary = loss === 'binaryCrossentropy';
  const categorical = /categoricalCrossentropy/i.test(loss);
  if ((binary && activation === 'softmax') || (categorical && activation === 'sigmoid')) {
    throw new Error(
      `its loss ${loss} after ${activation} is one thing in Keras, another in TensorFlow.js`,
    );
  }
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
  const { className, config } = wordOrObject(what, value);
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
function wordOrObject(what: string, value: unknown): NamedConfig {
  const isFunction = isConfig(value) && value['class_name'] === 'function';
  try {
    return namedConfig(isFunction ? value['config'] : value);
  } catch (error) {
    throw new Error(`its ${what} ${(error as Error).message}`);
  }
}

function tfjsNames(terms: readonly Term[]): string {
  return [...new Set(terms.map(([tfjs]) => tfjs))].join(', ');
}
