import type * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trainAugmented } from '../../src/augment/training';
import { setSeed } from '../../src/random/random';
import { howTrained } from '../../src/results/how-trained';
import { train } from '../../src/train/train';
import { smallExamples, smallModel } from './small';

const labelled = {
  images: { shape: [30, 3, 4] as const, data: new Uint8Array(360).fill(9) },
  labels: Uint8Array.from({ length: 30 }, (_, row) => row % 3),
};

let model: tf.Sequential;
beforeEach(() => {
  setSeed(7);
  model = smallModel();
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => model.dispose());

describe('how a model was trained', () => {
  it('is unknown before, and after plain fit', async () => {
    const { images, labels } = smallExamples(20);
    await model.fit(images, labels, { verbose: 0 });
    expect(howTrained(model)).toBeUndefined();
  });

  it('names epochs, batch, images and seed', async () => {
    const validation = smallExamples(12, 2);
    await train(model, smallExamples(64), { epochs: 2, batchSize: 16, validation });
    const how = { epochs: 2, batchSize: 16, images: 64, augmented: false, validation: 12, seed: 7 };
    expect(howTrained(model)).toEqual(how);
  });

  it('counts the part that is kept back', async () => {
    await train(model, smallExamples(50), { validation: 0.2 });
    expect(howTrained(model)).toMatchObject({ images: 40, validation: 10, batchSize: 32 });
  });

  it('tells augmented images from others, and the last training counts', async () => {
    await trainAugmented(model, labelled, { epochs: 2 });
    expect(howTrained(model)).toMatchObject({ epochs: 2, augmented: true, validation: 0 });
    await train(model, smallExamples(30), { epochs: 3, initialEpoch: 2 });
    expect(howTrained(model)).toMatchObject({ epochs: 3, augmented: false });
  });
});
