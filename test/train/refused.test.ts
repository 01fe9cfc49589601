import * as tf from '@tensorflow/tfjs-node';
import { afterAll, describe, expect, it } from 'vitest';
import type { TrainOptions } from '../../src/train/options';
import { train } from '../../src/train/train';
import { smallExamples, smallModel } from './small';

describe('train refuses with a sentence that helps', () => {
  const examples = smallExamples(20);
  const model = smallModel();
  afterAll(() => model.dispose());

  it.each<[TrainOptions, string]>([
    [{ epochs: 0 }, 'epochs is 0; it must be a whole number from 1 on.'],
    [{ batchSize: 2.5 }, 'batchSize is 2.5; it must be a whole number from 1 on.'],
    [{ initialEpoch: 5, epochs: 3 }, 'give epochs: 8.'],
    [{ validation: 1 }, 'validation: 1 of 20 examples leaves one side empty; take 0.1, say.'],
    [{ earlyStopping: { patience: 2 } }, 'give validation as well'],
  ])('%o', async (options, words) => {
    await expect(train(model, examples, options)).rejects.toThrow(words);
  });

  it('labels the model has no class for', async () => {
    const wrong = { ...examples, labels: examples.labels.add(1) as tf.Tensor1D };
    await expect(train(model, wrong)).rejects.toThrow(
      "Label 3 is none of the model's classes 0 to 2.",
    );
  });

  it('labels that are too few', async () => {
    const few = { ...examples, labels: examples.labels.slice(0, 19) };
    await expect(train(model, few)).rejects.toThrow('There are 20 images but 19 labels');
  });

  it('images of another size', async () => {
    const images = tf.zeros([20, 5, 5]);
    await expect(train(model, { ...examples, images })).rejects.toThrow(
      'The model takes images of 3 x 4 numbers, but these tensors are [20, 5, 5].',
    );
  });

  it('a model that was not compiled', async () => {
    const raw = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [3, 4] })] });
    await expect(train(raw, examples)).rejects.toThrow('Compile the model before training');
  });
});
