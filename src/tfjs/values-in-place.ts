import * as tf from '@tensorflow/tfjs-node';
import { wasmBackend } from './wasm-backend';
import { bytesBehind } from './wasm-packed';

/**
 * A tensor's numbers, without copying them where tfjs computes in WebAssembly: a data set is large.
 * Good until the next call of tfjs.
 */
export function valuesInPlace(tensor: tf.Tensor): Float32Array {
  const place = tf.getBackend() === 'wasm' ? placeOf(tensor) : undefined;
  if (!place) return tensor.dataSync<'float32'>();
  return new Float32Array(place.heap, place.offset, tensor.size);
}

/** A tensor's numbers where they lie: what is there, divided by `divisor`. As good as `valuesInPlace`. */
export interface InPlace {
  readonly values: Float32Array | Uint8Array;
  readonly divisor: number;
}

/** Those of a tensor that may still be bytes. */
export function numbersInPlace(tensor: tf.Tensor): InPlace {
  const packed = bytesBehind(tensor);
  return packed
    ? { values: packed.bytes, divisor: packed.divisor }
    : { values: valuesInPlace(tensor), divisor: 1 };
}

function placeOf(tensor: tf.Tensor): { heap: ArrayBufferLike; offset: number } | undefined {
  const { dataIdMap, wasm } = wasmBackend();
  const offset = dataIdMap.get(tensor.dataId).memoryOffset;
  // A tensor of text has none.
  return typeof offset === 'number' ? { heap: wasm.HEAPU8.buffer, offset } : undefined;
}
