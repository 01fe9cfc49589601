import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import type { PredictorPayload } from '../../../src/show/predictor/payload';
import { bytesOf } from '../unpack';

/** Ten probabilities for the 784 grey values of one image. */
export type Probabilities = (pixels: ArrayLike<number>) => number[];

/** Builds the lesson's model, with the lesson's weights, in this page. */
export async function loadModel(payload: PredictorPayload): Promise<Probabilities> {
  await tf.setBackend('cpu');
  const model = await loadLayersModel(
    tf.io.fromMemory({
      modelTopology: payload.topology,
      weightSpecs: payload.weightSpecs.map((spec) => ({ ...spec })),
      weightData: bytesOf(payload.weights).buffer,
    }),
  );
  const [, ...shape] = model.inputs[0]?.shape ?? [];
  return (pixels) =>
    tf.tidy(() => {
      const scaled = Float32Array.from(pixels, (value) => value / payload.divisor);
      const output = model.predict(tf.tensor(scaled, [1, ...shape.map(Number)])) as tf.Tensor;
      return [...output.dataSync()];
    });
}
