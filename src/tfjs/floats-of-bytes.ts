import * as tf from '@tensorflow/tfjs-node';
import {
  backend,
  booleanSetting,
  callKernel,
  FLOAT,
  hasNativeKernels,
  typeSetting,
} from './internals';

/** Rows at a time: what they take beside the result stays in the processor's cache. */
const SLAB = 512;

/**
 * Bytes as float32, each divided by `divisor`. Done by TensorFlow itself where it is there: a
 * Float32Array of all numbers would stay beside the tensor until JavaScript next cleans up.
 */
export function floatsOfBytes(
  bytes: Uint8Array,
  shape: [number, number, number],
  divisor: number,
): tf.Tensor3D {
  return hasNativeKernels() ? native(bytes, shape, divisor) : portable(bytes, shape, divisor);
}

function native(bytes: Uint8Array, shape: [number, number, number], divisor: number): tf.Tensor3D {
  const [count, rows, columns] = shape;
  const size = rows * columns;
  return tf.tidy(() => {
    const sizes = tf.tensor1d(shape, 'int32');
    const noZeros = booleanSetting('init', false);
    const [all] = callKernel('Empty', [typeSetting('dtype', FLOAT), noZeros], [sizes]);
    for (let start = 0; start < count; start += SLAB) {
      const end = Math.min(count, start + SLAB);
      tf.tidy(() => {
        const part = bytes.subarray(start * size, end * size);
        const floats = castBytes(part, [end - start, rows, columns]).div(divisor);
        const places = tf.range(start, end, 1, 'int32');
        // It writes into the first of its inputs, whatever its name for the result.
        callKernel('InplaceUpdate', [typeSetting('T', FLOAT)], [all!, places, floats]);
      });
    }
    return all as tf.Tensor3D;
  });
}

function castBytes(bytes: Uint8Array, shape: number[]): tf.Tensor {
  const { binding } = backend();
  const dtype = binding.TF_UINT8;
  const id = binding.createTensor(shape, dtype, bytes);
  const given = backend().createOutputTensor({ id, shape, dtype });
  const types = [typeSetting('SrcT', dtype), typeSetting('DstT', FLOAT)];
  const [cast] = callKernel('Cast', [...types, booleanSetting('Truncate', false)], [given]);
  return cast!;
}

function portable(
  bytes: Uint8Array,
  shape: [number, number, number],
  divisor: number,
): tf.Tensor3D {
  // Only 256 values occur, so the division is done once for each of them.
  const table = Float32Array.from({ length: 256 }, (_, value) => value / divisor);
  const result = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) result[i] = table[bytes[i] ?? 0] ?? 0;
  return tf.tensor3d(result, shape, 'float32');
}
