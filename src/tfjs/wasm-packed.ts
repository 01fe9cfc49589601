// What packed.ts does on Node, for browsers: a tensor of images stays bytes until a kernel asks for its numbers. The
// back end there keeps all floats in one memory that grows and never shrinks.
import * as tf from '@tensorflow/tfjs-node';
import { divideInto } from './divided';
import { wasmBackend, type Entry } from './wasm-backend';

/** The bytes of a tensor, and by what each is divided to be its float. */
export interface Packed extends Entry {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
  readonly divisor: number;
}

const packedData = new WeakMap<object, Packed>();

/** The bytes behind the tensor, where they are not floats yet. */
export function bytesBehind({ dataId }: tf.TensorInfo): Packed | undefined {
  return packedData.get(dataId);
}

/** A tensor of bytes, which are not copied. */
export function packedInfo(bytes: Uint8Array, shape: number[], divisor: number): tf.TensorInfo {
  const dataId = {};
  const packed = { shape, bytes, divisor, refCount: 1 };
  packedData.set(dataId, packed);
  wasmBackend().dataIdMap.set(dataId, packed);
  return { dataId, shape, dtype: 'float32' };
}

/** Makes floats of the bytes, for good: who asks once asks again. */
export function unpack(tensor: tf.TensorInfo): void {
  const packed = bytesBehind(tensor);
  if (!packed) return;
  const backend = wasmBackend();
  const { dataIdMap } = backend;
  const floats = backend.makeOutput(packed.shape, 'float32');
  divideInto(backend.typedArrayFromHeap(floats), packed.bytes, packed.divisor);
  const entry = dataIdMap.get(floats.dataId);
  entry.refCount = packed.refCount;
  dataIdMap.delete(floats.dataId);
  release(tensor.dataId, packed, true);
  dataIdMap.set(tensor.dataId, entry);
}

/** Forgets the bytes, once nobody has the tensor any more; answers whether that is so. */
export function release(dataId: object, packed: Packed, force: boolean): boolean {
  packed.refCount--;
  if (packed.refCount > 0 && !force) return false;
  wasmBackend().dataIdMap.delete(dataId);
  packedData.delete(dataId);
  return true;
}
