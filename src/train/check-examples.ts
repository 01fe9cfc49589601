import * as tf from '@tensorflow/tfjs-node';
import { examplesFor, type TrainingExamples } from '../engine/examples';
import { firstNotFinite } from './finite';
import { innerModel } from '../tfjs/internals';
import { checkShapeOfLabels, checkValuesOfLabels } from './labels-and-loss';

/** Stops with one clear sentence where a model cannot learn from these examples. */
export function checkExamples(model: tf.LayersModel, given: TrainingExamples): void {
  checkTensors(given);
  const { images, labels } = given;
  const count = images.shape[0] ?? 0;
  if (count === 0) {
    throw new Error(`There are no images: the tensor of images is [${images.shape.join(', ')}].`);
  }
  if (labels.shape[0] !== count) {
    throw new Error(
      `There are ${count} images but ${labels.shape[0] ?? 'no'} labels; each image needs one.`,
    );
  }
  checkShapeOfLabels(model, labels);
  checkWithTensorFlow(model, given);
  checkNumbers(given);
  checkValuesOfLabels(model, labels);
}

/** From JavaScript, or through a cast, anything may come. */
function checkTensors(given: unknown): asserts given is TrainingExamples {
  if (given instanceof tf.Tensor) {
    throw new Error('Give images and labels together: train(model, { images, labels }, options).');
  }
  if (typeof given !== 'object' || given === null || !('images' in given && 'labels' in given)) {
    throw new Error('Give the examples as { images, labels }; toTensors(data.train) makes them.');
  }
  for (const [name, value] of Object.entries({ images: given.images, labels: given.labels })) {
    if (!(value instanceof tf.Tensor)) {
      const what = Array.isArray(value) ? 'an array' : 'no tensor';
      throw new Error(
        `The ${name} are ${what}; make tensors of them first: toTensors(data.train) for images ` +
          'as they are read, or tf.tensor(numbers).',
      );
    }
    if (value.isDisposed) {
      throw new Error(`The tensor of ${name} was disposed of; run the cell that makes it again.`);
    }
    if (value.dtype === 'string') throw new Error(`The ${name} are texts; give numbers.`);
  }
}

/** Whatever `fit` refuses is refused, also where no sentence of ours foresees it. */
function checkWithTensorFlow(model: tf.LayersModel, given: TrainingExamples): void {
  tf.tidy(() => {
    const { images, labels } = examplesFor(model, given);
    try {
      innerModel(model).standardizeUserDataXY(images, labels, false);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`TensorFlow.js does not take these examples: ${why}`);
    }
  });
}

/** A single NaN would make all weights NaN, and an accuracy is then still shown. */
function checkNumbers({ images, labels }: TrainingExamples): void {
  const image = firstNotFinite(images);
  if (image) {
    const [row, ...place] = image.place;
    const where = place.length > 0 ? ` at [${place.join(', ')}]` : '';
    throw new Error(
      `Image ${row} holds ${image.value}${where}: nothing can be learned from it. Leave the image ` +
        'out, or look where the number comes from; 0 divided by 0 makes NaN.',
    );
  }
  const label = firstNotFinite(labels);
  if (label) {
    throw new Error(`Label ${label.place[0]} is ${label.value}; give a number, or leave it out.`);
  }
}
