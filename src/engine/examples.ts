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

/** Stops with one clear sentence where a model cannot learn, or not from these labels. */
export function checkExamples(model: tf.LayersModel, { images, labels }: TrainingExamples): void {
  // A model that was never compiled has no optimizer, whatever the type says.
  if ((model.optimizer as tf.Optimizer | undefined) === undefined) {
    throw new Error(
      'Compile the model before training: model.compile({ optimizer, loss, metrics }).',
    );
  }
  const count = images.shape[0] ?? 0;
  if (labels.shape[0] !== count) {
    throw new Error(
      `There are ${count} images but ${labels.shape[0]} labels; each image needs one.`,
    );
  }
  if (model.loss !== 'sparseCategoricalCrossentropy') return;
  const classes = model.outputs[0]?.shape.at(-1) ?? 0;
  const wrong = Array.from(labels.dataSync()).find(
    (label) => !Number.isInteger(label) || label < 0 || label >= classes,
  );
  if (wrong !== undefined) {
    throw new Error(`Label ${wrong} is none of the model's classes 0 to ${classes - 1}.`);
  }
}
