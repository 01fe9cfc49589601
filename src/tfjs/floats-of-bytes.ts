import * as tf from '@tensorflow/tfjs-node';
import { divided } from './divided';
import { hasNativeKernels } from './internals';
import { packedTensor } from './packed';

/** Bytes as float32, each divided by `divisor`. */
export function floatsOfBytes(
  bytes: Uint8Array,
  shape: [number, number, number],
  divisor: number,
): tf.Tensor3D {
  return hasNativeKernels()
    ? packedTensor(bytes, shape, divisor)
    : tf.tensor3d(divided(bytes, divisor), shape, 'float32');
}
