import * as tf from '@tensorflow/tfjs-node';
import type { Examples } from '../../src/data/tensors';

/** Pictures of 3 x 4 grey values in three classes that can be told apart: the brightest row. */
export function smallExamples(count: number, seed = 1): Examples {
  return tf.tidy(() => {
    const labels = tf.range(0, count).mod(3).as1D();
    const bright = tf.oneHot(labels.toInt(), 3).toFloat().expandDims(2);
    const noise = tf.randomUniform([count, 3, 4], 0, 1, 'float32', seed);
    return { images: bright.mul(0.3).add(noise.mul(0.7)), labels };
  });
}

export function smallModel(...hidden: tf.layers.Layer[]): tf.Sequential {
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [3, 4] }),
      tf.layers.dense({ units: 8, activation: 'relu', kernelInitializer: glorot(1) }),
      ...hidden,
      tf.layers.dense({ units: 3, activation: 'softmax', kernelInitializer: glorot(2) }),
    ],
  });
  compile(model);
  return model;
}

export function compile(
  model: tf.LayersModel,
  optimizer: tf.Optimizer = tf.train.adam(0.01),
  loss = 'sparseCategoricalCrossentropy',
) {
  model.compile({ optimizer, loss, metrics: ['accuracy'] });
}

/** The same start every time, whatever was drawn before. */
function glorot(seed: number) {
  return tf.initializers.glorotUniform({ seed });
}

/** All weights in one row of numbers, to compare models bit for bit. */
export function weightsOf(model: tf.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => Array.from(weight.dataSync()));
}
