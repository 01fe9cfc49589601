import * as tf from '@tensorflow/tfjs-node';
import { fashionSample } from '../../src/data/embedded';
import { sliceRows } from '../../src/data/rows';
import type { Dataset } from '../../src/data/dataset';

export const fashion: Dataset = fashionSample();

/** Trains for a moment, so that the model has an opinion of every image. */
export async function trained<Model extends tf.Sequential>(
  model: Model,
  data = fashion,
): Promise<Model> {
  const { images, labels } = sliceRows(data.train, 0, 2000);
  const shape = (model.inputs[0]?.shape ?? []).slice(1).map(Number);
  const x = tf.tidy(() => tf.tensor(images.data, [2000, ...shape], 'float32').div(255));
  const y = tf.tensor1d(Float32Array.from(labels));
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
  await model.fit(x, y, { epochs: 3, batchSize: 50, verbose: 0 });
  tf.dispose([x, y]);
  return model;
}
