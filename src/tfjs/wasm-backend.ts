import * as tf from '@tensorflow/tfjs-node';

/** What the back end has of a tensor: a place in its memory (a text has none), or something of ours. */
export interface Entry {
  refCount: number;
  readonly memoryOffset?: number | null;
}

/** tfjs's WebAssembly back end, as far as it is used beside its kernels. */
export interface WasmBackend extends tf.KernelBackend {
  readonly wasm: { readonly HEAPU8: Uint8Array };
  readonly dataIdMap: {
    get(id: object): Entry;
    set(id: object, entry: Entry): void;
    delete(id: object): void;
  };
  makeOutput(shape: readonly number[], dtype: tf.DataType): tf.TensorInfo;
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array;
  readSync(id: object, start?: number, end?: number): tf.backend_util.TypedArray;
  disposeData(id: object, force?: boolean): boolean;
}

export const wasmBackend = () => tf.backend() as WasmBackend;
