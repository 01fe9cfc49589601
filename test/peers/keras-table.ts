import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { afterAll, expect } from 'vitest';
import { loadModel, saveModel, train } from '../../src/index';
import { farthest } from '../keras/golden';
import { startPeer } from './keras';

interface Question {
  readonly tables?: boolean;
  readonly write?: string;
  readonly read?: string;
  readonly layer?: string;
  readonly optimizer?: string;
  readonly compiled?: string;
  readonly trained?: boolean;
  readonly seed?: number;
  readonly x?: unknown;
  readonly y?: unknown;
}

/** What Keras says of a file: predictions, the losses of one more epoch, predictions after it. */
interface Answer {
  readonly x: number[][];
  readonly y: number[] | number[][];
  readonly before: number[][];
  readonly losses: number[];
  readonly accuracies: number[];
  readonly after: number[][];
}

interface Tables {
  readonly layers: string[];
  readonly optimizers: string[];
  readonly compiled: string[];
}

// Models that Keras makes and writes, one for each layer, optimizer and way to compile that it has.

const BATCH = 8;
const folder = mkdtempSync(join(tmpdir(), 'keras-table-'));
const keras = startPeer<Question, Answer & Tables>('keras_table.py');
afterAll(() => {
  keras.close();
  rmSync(folder, { recursive: true });
});

export const tables = await keras.ask({ tables: true });

const unknownHere = 'known to one of Keras and TensorFlow.js alone';
const unknownLayer = 'nnlab does not know this kind of layer';
const unknownOptimizer = '"; nnlab knows SGD';

/** What is refused, and with which words. Whatever is not here must be equal. */
export const REFUSED: Readonly<Record<string, string>> = {
  'Dense with a constraint': `its kernel_constraint is {`,
  'Dense with a constraint of the bias': `its bias_constraint is {`,
  'Dense with activity': `its activity_regularizer is {`,
  'Dense, orthogonal': 'its kernel_regularizer is "OrthogonalRegularizer"',
  'Dense in halves': 'its dtype is "mixed_float16"; nnlab computes in float32 alone',
  hard_sigmoid: 'its activation is "hard_sigmoid", which TensorFlow.js does not have',
  'ReLU with a slope': `its negative_slope is 0.1, which is ${unknownHere}`,
  ELU: unknownLayer,
  PReLU: unknownLayer,
  'Dropout of rows': `its noise_shape is [null,6,1,1], which is ${unknownHere}`,
  SpatialDropout2D: unknownLayer,
  AlphaDropout: unknownLayer,
  GaussianDropout: unknownLayer,
  GaussianNoise: unknownLayer,
  ActivityRegularization: unknownLayer,
  'Conv2D in groups': `its groups is 2, which is ${unknownHere}`,
  SeparableConv2D: unknownLayer,
  'BatchNormalization, renormalized': `its renorm is true, which is ${unknownHere}`,
  'BatchNormalization, synchronized': `its synchronized is true, which is ${unknownHere}`,
  LayerNormalization: unknownLayer,
  'GlobalMaxPooling2D that keeps dimensions': `its keepdims is true, which is ${unknownHere}`,
  LSTM: unknownLayer,
  Normalization: unknownLayer,
  RandomFlip: unknownLayer,
  'a sum of two': unknownLayer,
  'a layer used twice': 'it is used in several places',
  'a model in a model': unknownLayer,

  'Adam, AMSGrad': `its amsgrad is true, which is ${unknownHere}`,
  'AdamW, AMSGrad': `its amsgrad is true, which is ${unknownHere}`,
  'SGD, weight decay': `its weight_decay is 0.01, which is ${unknownHere}`,
  'Adagrad, weight decay': `its weight_decay is 0.01, which is ${unknownHere}`,
  clipnorm: `its clipnorm is 0.1, which is ${unknownHere}`,
  clipvalue: `its clipvalue is 0.1, which is ${unknownHere}`,
  global_clipnorm: `its global_clipnorm is 0.1, which is ${unknownHere}`,
  use_ema: `its use_ema is true, which is ${unknownHere}`,
  loss_scale_factor: `its loss_scale_factor is 8, which is ${unknownHere}`,
  gradient_accumulation_steps: `its gradient_accumulation_steps is 2, which is ${unknownHere}`,
  ExponentialDecay: 'its learning_rate should be a number',
  CosineDecay: 'its learning_rate should be a number',
  PiecewiseConstantDecay: 'its learning_rate should be a number',
  Lion: `it is "Lion${unknownOptimizer}`,
  Lamb: `it is "Lamb${unknownOptimizer}`,
  Adafactor: `it is "Adafactor${unknownOptimizer}`,
  Muon: `it is "Muon${unknownOptimizer}`,
  LossScaleOptimizer: `it is "LossScaleOptimizer${unknownOptimizer}`,

  logits: 'its loss SparseCategoricalCrossentropy: its from_logits is true',
  'label smoothing': 'its loss CategoricalCrossentropy: its label_smoothing is 0.1',
  'the sum as reduction': 'its loss SparseCategoricalCrossentropy: its reduction is "sum"',
  'a class left out': 'its loss SparseCategoricalCrossentropy: its ignore_class is 1',
  'sigmoid for labels':
    'its loss sparseCategoricalCrossentropy after sigmoid is one thing in Keras',
  'sigmoid for one-hot labels': 'its loss categoricalCrossentropy after sigmoid',
  'softmax for each class by itself': 'its loss binaryCrossentropy after softmax',
  'softmax as a layer, for each class by itself': 'its loss binaryCrossentropy after softmax',
  'another loss': 'its loss is "CategoricalFocalCrossentropy"; nnlab knows',
  'loss weights': `its loss_weights is [0.5], which is ${unknownHere}`,
  'weighted metrics': `its weighted_metrics is ["accuracy"], which is ${unknownHere}`,
  'another metric': 'its metric is "AUC"; nnlab knows',
  'the two best': 'its metric is "SparseTopKCategoricalAccuracy"; nnlab knows',
};

function distance(a: tf.Tensor, b: number[][]): number {
  return tf.tidy(() => a.sub(tf.tensor(b)).abs().max().dataSync()[0] ?? NaN);
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

const usual = {
  seed: 7,
  trained: true,
  layer: 'Dense',
  optimizer: 'SGD',
  compiled: 'a loss by its name',
};

/** Keras writes the file: then nnlab goes on with it as Keras does, or says why it cannot. */
export async function compare(question: Question, refused: string | undefined): Promise<void> {
  const write = join(folder, 'model.keras');
  const again = join(folder, 'again.keras');
  const theirs = await keras.ask({ ...usual, ...question, write });
  if (refused !== undefined) return expectRefused(write, refused);
  await expectEqual(write, theirs, again);
  const { losses } = await keras.ask({ read: again, x: theirs.x, y: theirs.y });
  expect(farthest(losses, theirs.losses)).toBeLessThan(1e-4);
}

async function expectRefused(write: string, refused: string): Promise<void> {
  await expect(loadModel(write)).rejects.toThrow(refused);
  await expect(loadModel(write)).rejects.toThrow(/^\S+ cannot be opened: .*[^.]\.$/);
}

/** Predicts, learns for an epoch and predicts again as Keras does; saves it in between. */
async function expectEqual(write: string, theirs: Answer, again: string): Promise<void> {
  const model = await loadModel(write);
  await saveModel(model, again);
  const images = tf.tensor(theirs.x);
  const labels = tf.tensor(theirs.y) as tf.Tensor1D;
  const predictions = () => model.predict(images) as tf.Tensor;
  expect(distance(predictions(), theirs.before)).toBeLessThan(1e-5);
  const options = { epochs: 1, batchSize: BATCH, shuffle: false, silent: true };
  const [row] = await train(model, { images, labels }, options);
  expect(row?.loss).toBeCloseTo(mean(theirs.losses), 4);
  if (!Number.isNaN(row?.accuracy)) expect(row?.accuracy).toBeCloseTo(mean(theirs.accuracies), 4);
  expect(distance(predictions(), theirs.after)).toBeLessThan(1e-4);
}
