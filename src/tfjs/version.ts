import * as tf from '@tensorflow/tfjs-node';
import { backend, hasNativeKernels } from './internals';

/** TensorFlow.js and what computes below it, with their versions. */
export function tensorflowVersion(): string {
  const below = hasNativeKernels()
    ? `TensorFlow ${backend().binding.TF_Version}`
    : { wasm: 'WebAssembly', cpu: 'plain JavaScript' }[tf.getBackend()];
  return `TensorFlow.js ${tf.version['tfjs-core']} on ${below ?? tf.getBackend()}`;
}
