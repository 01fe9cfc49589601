import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, test } from 'vitest';
import * as nnlab from '../../src';
import { numberedImages } from '../data/made';

/** What JavaScript lets through. */
const odd = (value: unknown): never => value as never;
const model = (): tf.LayersModel => {
  const built = nnlab.dense128();
  built.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
  return built;
};
const images = numberedImages(4, 28);

describe('given something else, a sentence says what is wanted', () => {
  test.each<[string, () => unknown, RegExp]>([
    ['arrays to evaluate', () => nnlab.evaluate(model(), odd([[1, 2]])), /^evaluate needs tensors/],
    ['nothing to evaluate', () => nnlab.evaluate(model(), odd(undefined)), /images is undefined/],
    [
      'images without tensors to evaluate',
      () => nnlab.evaluate(model(), odd(images)),
      /images is an object of kind Object/,
    ],
    [
      'no model to evaluate',
      () => nnlab.evaluate(odd({}), nnlab.toTensors(images)),
      /needs a model/,
    ],
    [
      'a promise of a model',
      () => nnlab.predictImages(odd(Promise.resolve()), images),
      /a promise; is an await missing\?/,
    ],
    [
      'an array to predict',
      () => nnlab.predictImages(model(), odd([[0]])),
      /^predictImages needs images as a data set holds them .* not an array/,
    ],
    ['nothing to predict', () => nnlab.predictImages(model(), odd(undefined)), /not undefined/],
    [
      'labels as predictions',
      () => nnlab.confusionMatrix(odd([1, 2, 3])),
      /^Predictions are needed, .*not other values in an array/,
    ],
    ['no array as predictions', () => nnlab.accuracyOf(odd(images)), /^Predictions are needed/],
    ['no predictions', () => nnlab.classScores([]), /^There are no predictions to judge/],
  ])('%s', (_, use, message) => {
    expect(use).toThrow(message);
  });

  test('arrays to cross-validate', async () => {
    const judged = nnlab.crossValidate(odd([[1]]), () => Promise.resolve(model()));
    await expect(judged).rejects.toThrow(/^crossValidate needs tensors/);
  });

  test('an option that cross-validation does not have', async () => {
    const never = () => Promise.reject(new Error('it was built'));
    const judged = nnlab.crossValidate(nnlab.toTensors(images), never, odd({ fold: 2 }));
    await expect(judged).rejects.toThrow(/^crossValidate has no option fold; folds is probably/);
  });
});

describe('of what was disposed of, a sentence says so', () => {
  const gone = model();
  gone.dispose();
  const examples = nnlab.toTensors(images);
  nnlab.disposeExamples(examples);
  test.each<[string, () => unknown, RegExp]>([
    [
      'a model to evaluate',
      () => nnlab.evaluate(gone, nnlab.toTensors(images)),
      /^evaluate: this model was/,
    ],
    [
      'a model to predict with',
      () => nnlab.predictImages(gone, images),
      /^predictImages: this model was/,
    ],
    [
      'examples to evaluate',
      () => nnlab.evaluate(model(), examples),
      /^evaluate: the images were disposed/,
    ],
    [
      'examples to predict',
      () => nnlab.predictImages(model(), examples),
      /the images were disposed of/,
    ],
  ])('%s', (_, use, message) => {
    expect(use).toThrow(message);
  });
});
