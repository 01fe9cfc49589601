import * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LabelledImages } from '../../src/data/dataset';
import { setSeed } from '../../src/random/random';
import { disposeExamples, toTensors } from '../../src/data/tensors';
import { trainAugmented } from '../../src/augment/training';
import { historyOf } from '../../src/results/history';
import { train } from '../../src/train/train';
import { smallModel, weightsOf } from '../train/small';

/** 96 images of 3 x 4, of three classes: which row is the brightest. */
const examples: LabelledImages = {
  images: {
    shape: [96, 3, 4],
    data: Uint8Array.from({ length: 96 * 12 }, (_, i) =>
      Math.floor((i % 12) / 4) === Math.floor(i / 12) % 3 ? 220 : (i * 7919) % 150,
    ),
  },
  labels: Uint8Array.from({ length: 96 }, (_, i) => i % 3),
};
const nothing = { rotation: 0, zoom: 0, widthShift: 0, heightShift: 0 };

let model: tf.Sequential;
let printed: string[];
beforeEach(() => {
  setSeed(42);
  model = smallModel();
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => printed.push(text));
});
afterEach(() => model.dispose());

describe('training on augmented images', () => {
  it('says that a trained model goes on, and refuses one that was disposed of', async () => {
    await trainAugmented(model, examples, { augment: nothing });
    expect(printed.join('\n')).not.toContain('goes on');
    await trainAugmented(model, examples, { augment: nothing });
    expect(printed.join('\n')).toContain('this model goes on from the weights of epoch 1;');
    const gone = smallModel();
    gone.dispose();
    await expect(trainAugmented(gone, examples)).rejects.toThrow('This model was disposed of');
  });

  it('is plain training if the images are left as they are: optimizer and order go on', async () => {
    const plain = smallModel();
    const tensors = toTensors(examples, 3);
    const history = await train(plain, tensors, { epochs: 4 });
    const augmented = await trainAugmented(model, examples, { epochs: 4, augment: nothing });
    expect(weightsOf(model)).toEqual(weightsOf(plain));
    expect(augmented).toEqual(history);
    disposeExamples(tensors);
    plain.dispose();
  });

  it('takes a quarter of the epochs of a long training in quick mode, as train does', async () => {
    vi.stubEnv('NNLAB_QUICK', '1');
    const times = 730;
    const many: LabelledImages = {
      images: {
        shape: [96 * times, 3, 4],
        data: Uint8Array.from({ length: 96 * 12 * times }, (_, i) => i % 251),
      },
      labels: Uint8Array.from({ length: 96 * times }, (_, i) => i % 3),
    };
    const history = await trainAugmented(model, many, { epochs: 4, augment: nothing });
    vi.unstubAllEnvs();
    expect(history.map(({ epoch }) => epoch)).toEqual([1]);
  });

  it('learns from other images in every epoch, the same ones for the same seed', async () => {
    const repeated = smallModel();
    const first = await trainAugmented(model, examples, { epochs: 3 });
    setSeed(42);
    expect(await trainAugmented(repeated, examples, { epochs: 3 })).toEqual(first);
    expect(weightsOf(repeated)).toEqual(weightsOf(model));
    repeated.dispose();
  });

  it('measures the validation images as they are', async () => {
    const validation = toTensors(examples, 3);
    const rows = await trainAugmented(model, examples, { epochs: 2, validation });
    expect(rows.map(({ epoch, split }) => [epoch, split])).toEqual([
      [1, 'train'],
      [1, 'validation'],
      [2, 'train'],
      [2, 'validation'],
    ]);
    const [loss] = model.evaluate(validation.images, validation.labels) as tf.Scalar[];
    expect(rows.at(-1)?.loss).toBeCloseTo(loss?.dataSync()[0] ?? NaN, 5);
    disposeExamples(validation);
  });

  it('prints one row an epoch and goes on where an earlier training ended', async () => {
    await trainAugmented(model, examples, { epochs: 2 });
    const rows = await trainAugmented(model, examples, { epochs: 3, initialEpoch: 2 });
    expect(rows.map((row) => row.epoch)).toEqual([3]);
    expect(historyOf(model).map((row) => row.epoch)).toEqual([1, 2, 3]);
    const lines = printed.join('\n').match(/^.*(an epoch|\d\/\d)/gm);
    expect(lines?.map((line) => line.trim())).toEqual([
      '3 steps an epoch',
      '1/2',
      '2/2',
      '3 steps an epoch',
      '3/3',
    ]);
  });

  it('leaves no tensor behind', async () => {
    await trainAugmented(model, examples, { epochs: 1 });
    const before = tf.memory().numTensors;
    await trainAugmented(model, examples, { epochs: 4, initialEpoch: 1 });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('ends on Stop, with the rows so far and nothing left behind', async () => {
    await trainAugmented(model, examples, { epochs: 1 });
    const [before, others] = [tf.memory().numTensors, process.listeners('SIGINT')];
    const pressing = {
      onEpochEnd: (epoch: number) => void (epoch === 3 && process.emit('SIGINT')),
    };
    const running = trainAugmented(model, examples, {
      epochs: 1000,
      initialEpoch: 1,
      callbacks: pressing,
    });
    await expect(running).rejects.toThrow(/^Training stopped after epoch 3/);
    expect(historyOf(model).map((row) => row.epoch)).toEqual([1, 2, 3]);
    expect(tf.memory().numTensors).toBe(before);
    expect(process.listeners('SIGINT')).toEqual(others);
  });
});
