import * as tf from '@tensorflow/tfjs-node';
import {
  callKernel,
  FLOAT,
  floatSetting,
  hasNativeKernels,
  typeSetting,
  type NativeAttribute,
} from '../../tfjs/internals';

/**
 * Lets the slopes of ReLU and LeakyReLU be computed by one kernel each; tfjs builds them from
 * half a dozen. Lasts until the returned function is called.
 */
export function fuseGradients(): () => void {
  if (!hasNativeKernels()) return () => undefined;
  const undo = [
    replaceGradient('Relu', (dy, x) => slope('ReluGrad', [dy, x])),
    replaceGradient('LeakyRelu', (dy, x, { alpha }) =>
      slope('LeakyReluGrad', [dy, x], [floatSetting('alpha', Number(alpha))]),
    ),
  ];
  return () => undo.forEach((putBack) => putBack());
}

function slope(kernel: string, inputs: tf.Tensor[], settings: NativeAttribute[] = []): tf.Tensor {
  const [result] = callKernel(kernel, [...settings, typeSetting('T', FLOAT)], inputs);
  return result as tf.Tensor;
}

function replaceGradient(
  kernelName: string,
  slopeOf: (dy: tf.Tensor, x: tf.Tensor, attributes: tf.NamedAttrMap) => tf.Tensor,
): () => void {
  const original = tf.getGradient(kernelName);
  const register = (config: tf.GradConfig) => {
    tf.unregisterGradient(kernelName);
    tf.registerGradient(config);
  };
  register({
    kernelName,
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attributes) => ({
      x: () => slopeOf(dy as tf.Tensor, x as tf.Tensor, attributes),
    }),
  });
  return () => register(original);
}
