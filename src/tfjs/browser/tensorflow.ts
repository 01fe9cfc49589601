// What `@tensorflow/tfjs-node` is in a browser: TensorFlow.js without its parts for Node and WebGL.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import { version_core } from '@tensorflow/tfjs-core';
import { version_layers } from '@tensorflow/tfjs-layers';
import * as data from '@tensorflow/tfjs-data';

export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-layers';
export * from '@tensorflow/tfjs-converter';
export { data };

/** As `tf.version` has them on Node. */
export const version = {
  'tfjs-core': version_core,
  'tfjs-layers': version_layers,
  tfjs: version_core,
};
