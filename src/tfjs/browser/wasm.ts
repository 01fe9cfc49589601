import { setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { computeOnBytes } from '../wasm-kernels';

/** Lets TensorFlow.js compute by WebAssembly; its files lie in a folder of the site. */
export async function useWasm(folder: string): Promise<void> {
  setWasmPaths(folder);
  if (!(await setBackend('wasm'))) throw new Error('This browser has no WebAssembly.');
  computeOnBytes();
}
