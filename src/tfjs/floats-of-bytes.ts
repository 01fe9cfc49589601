import * as tf from '@tensorflow/tfjs-node';
import { hasNativeKernels } from './internals';
import { packedTensor } from './packed';
import { packedInfo } from './wasm-packed';

/** Bytes as float32, each divided by `divisor`; what is written into them later is not seen. */
export function floatsOfBytes(
  bytes: Uint8Array,
  shape: [number, number, number],
  divisor: number,
): tf.Tensor3D {
  // TensorFlow, too, keeps the array itself where its place in memory is a good one.
  const mine = bytes.slice();
  return hasNativeKernels()
    ? packedTensor(mine, shape, divisor)
    : (tf.engine().makeTensorFromTensorInfo(packedInfo(mine, shape, divisor)) as tf.Tensor3D);
}
