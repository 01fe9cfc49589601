import * as tf from '@tensorflow/tfjs-node';

/** What a model learns from: as `toTensors` makes it, or with labels of another form (one-hot). */
export interface TrainingExamples<Labels extends tf.Tensor = tf.Tensor> {
  readonly images: tf.Tensor;
  readonly labels: Labels;
}

/**
 * The examples as this model takes them: images of 28 x 28 as rows of 784 where it wants rows,
 * and the other way round. The tensors are new ones over the same numbers; dispose of them.
 */
export function examplesFor<Labels extends tf.Tensor>(
  model: tf.LayersModel,
  { images, labels }: TrainingExamples<Labels>,
): TrainingExamples<Labels> {
  const wanted = (model.inputs[0]?.shape ?? []).slice(1).map((size) => size ?? 1);
  const count = images.shape[0] ?? 0;
  const values = wanted.reduce((product, size) => product * size, 1);
  if (count === 0 || images.size !== count * values) {
    throw new Error(
      `The model takes images of ${wanted.join(' x ')} numbers, ` +
        `but these tensors are [${images.shape.join(', ')}].`,
    );
  }
  return tf.tidy(() => ({
    images: images.reshape([count, ...wanted]).asType('float32'),
    labels: labels.asType('float32'),
  }));
}
