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
  return hasNativeKernels()
    ? packedTensor(bytes, shape, divisor)
    : (tf
        .engine()
        .makeTensorFromTensorInfo(packedInfo(bytes.slice(), shape, divisor)) as tf.Tensor3D);
}
