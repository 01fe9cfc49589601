import { dirname, join } from 'node:path';
import { useWasm } from '../../src/tfjs/browser/wasm';

/** Lets TensorFlow.js compute here as it does in a browser. */
export function startWasm(): Promise<void> {
  return useWasm(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), '/'));
}
