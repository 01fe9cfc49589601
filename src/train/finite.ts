import type * as tf from '@tensorflow/tfjs-node';
import { isPacked } from '../tfjs/packed';

/** A number that is NaN or infinite, and its place in its tensor. */
export interface NotFinite {
  readonly value: number;
  readonly place: readonly number[];
}

/** The first number that is NaN or infinite; undefined if there is none. */
export function firstNotFinite(tensor: tf.Tensor): NotFinite | undefined {
  if (isFinite(tensor)) return undefined;
  const index = tensor.dataSync().findIndex((value) => !Number.isFinite(value));
  if (index < 0) return undefined;
  const value = Number(tensor.dataSync()[index]);
  return { value, place: placeOf(index, tensor.shape) };
}

/** One NaN or infinity makes the sum one, and TensorFlow sums 42 million numbers in a moment. */
export function isFinite(tensor: tf.Tensor): boolean {
  if (tensor.dtype !== 'float32' || isPacked(tensor)) return true;
  const sum = tensor.sum();
  const [value = NaN] = sum.dataSync();
  sum.dispose();
  return Number.isFinite(value);
}

function placeOf(index: number, shape: readonly number[]): number[] {
  const place: number[] = [];
  for (const size of [...shape].reverse()) {
    place.unshift(index % size);
    index = Math.floor(index / size);
  }
  return place;
}
