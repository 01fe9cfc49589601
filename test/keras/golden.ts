import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';

/** What a real Keras says of one of its files; written by scripts/golden/keras_files.py. */
export interface GoldenCase {
  readonly name: string;
  /** Steps the model had been trained for. */
  readonly steps: number;
  readonly x: number[][];
  readonly y: number[];
  readonly predictions: number[][];
  /** The loss of each batch when training goes on; null for a network with Dropout. */
  readonly losses: number[] | null;
}

const FOLDER = join(__dirname, 'golden');
const BATCH = 4;

export const kerasVersions = readdirSync(FOLDER).filter((name) => name.startsWith('keras-'));

export const newest = 'keras-3.15';

export function goldenCases(version: string): GoldenCase[] {
  return JSON.parse(readFileSync(join(FOLDER, version, 'cases.json'), 'utf8')) as GoldenCase[];
}

export function goldenFile(name: string, version = newest): string {
  return join(FOLDER, version, `${name}.keras`);
}

/** How far the model's predictions are from Keras'. */
export function predictionError(model: tf.LayersModel, { x, predictions }: GoldenCase): number {
  return tf.tidy(() => {
    const guess = model.predict(tf.tensor(x)) as tf.Tensor;
    return guess.sub(tf.tensor(predictions)).abs().max().dataSync()[0] ?? NaN;
  });
}

/** Trains on the case's batches in their order and gives the loss of each. */
export async function trainOn(
  model: tf.LayersModel,
  { x, y }: Pick<GoldenCase, 'x' | 'y'>,
): Promise<number[]> {
  const losses: number[] = [];
  for (let start = 0; start < y.length; start += BATCH) {
    const images = tf.tensor(x.slice(start, start + BATCH));
    const labels = tf.tensor1d(y.slice(start, start + BATCH), 'float32');
    const [loss] = (await model.trainOnBatch(images, labels)) as number[];
    losses.push(loss ?? NaN);
    tf.dispose([images, labels]);
  }
  return losses;
}

/** The largest difference between two lists of numbers. */
export function farthest(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Infinity;
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? NaN))));
}
