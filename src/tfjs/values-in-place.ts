import * as tf from '@tensorflow/tfjs-node';
import { dividing } from './divided';
import { bytesBehind } from './wasm-packed';

/** What tfjs's WebAssembly back end has of a tensor, and where. */
interface WasmBackend {
  readonly dataIdMap: { get(id: object): { readonly memoryOffset: number | null } | undefined };
  readonly wasm: { readonly HEAPU8: Uint8Array };
}

/**
 * A tensor's numbers, without copying them where tfjs computes in WebAssembly: a data set is large.
 * Good until the next call of tfjs.
 */
export function valuesInPlace(tensor: tf.Tensor): Float32Array {
  const place = tf.getBackend() === 'wasm' ? placeOf(tensor) : undefined;
  if (!place) return tensor.dataSync<'float32'>();
  return new Float32Array(place.heap, place.offset, tensor.size);
}

/** Copies one of a tensor's rows to a place in other floats. */
export type PutRow = (row: number, floats: Float32Array, place: number) => void;

/** Reads rows of `width` numbers as floats, whatever the tensor is made of; as good as `valuesInPlace`. */
export function rowsInPlace(tensor: tf.Tensor, width: number): PutRow {
  const packed = bytesBehind(tensor);
  if (packed) {
    const divide = dividing(packed.divisor);
    return (row, floats, place) =>
      void divide(packed.bytes.subarray(row * width, (row + 1) * width), floats, place);
  }
  const values = valuesInPlace(tensor);
  return (row, floats, place) => floats.set(values.subarray(row * width, (row + 1) * width), place);
}

function placeOf(tensor: tf.Tensor): { heap: ArrayBufferLike; offset: number } | undefined {
  const { dataIdMap, wasm } = tf.backend() as unknown as WasmBackend;
  const offset = dataIdMap.get(tensor.dataId)?.memoryOffset;
  // A tensor of text has none.
  return typeof offset === 'number' ? { heap: wasm.HEAPU8.buffer, offset } : undefined;
}
