import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { afterAll, describe, expect, it } from 'vitest';
import { toTensors, type Examples, type Scaling } from '../../src/data/tensors';
import { predictImages, type ToJudge } from '../../src/judge/predict';
import { loadModel } from '../../src/keras/load';
import { notesOf } from '../../src/keras/notes';
import { saveModel } from '../../src/keras/save';
import { train } from '../../src/train/train';

/** The four corners of a 2x2 image are four classes: the brightest corner is the guess. */
function brightestCorner(inputShape: number[]): tf.LayersModel {
  const model = tf.sequential();
  if (inputShape.length > 1) model.add(tf.layers.flatten({ inputShape }));
  model.add(tf.layers.dense({ inputShape: [4], units: 4, activation: 'softmax' }));
  model.setWeights([tf.eye(4), tf.zeros([4])]);
  return model;
}

const square = brightestCorner([2, 2]);
const flat = brightestCorner([4]);
const twoImages = Uint8Array.of(0, 255, 0, 51, 0, 0, 204, 0);

afterAll(() => tf.dispose([square.weights, flat.weights].flat().map((weight) => weight.read())));

describe('a prediction', () => {
  it('has index, truth, guess, confidence and all probabilities', () => {
    const images = { shape: [2, 2, 2] as const, data: twoImages };
    const rows = predictImages(square, { images, labels: Uint8Array.of(1, 3) });
    const sum = Math.exp(1) + Math.exp(0.2) + 2;
    expect(rows.map(({ index, truth, guess }) => [index, truth, guess])).toEqual([
      [0, 1, 1],
      [1, 3, 2],
    ]);
    const expected = [1 / sum, Math.exp(1) / sum, 1 / sum, Math.exp(0.2) / sum];
    expected.forEach((p, kind) => expect(rows[0]?.probabilities[kind]).toBeCloseTo(p, 6));
    expect(rows[0]?.confidence).toBe(rows[0]?.probabilities[1]);
  });

  it('has no truth where no label is known', () => {
    const [row] = predictImages(square, { shape: [2, 2, 2], data: twoImages });
    expect(row).not.toHaveProperty('truth');
  });

  it('is the same in parts of a thousand as one by one', () => {
    const data = Uint8Array.from({ length: 2500 * 4 }, (_, i) => (i * 7919) % 256);
    const rows = predictImages(flat, { shape: [2500, 2, 2], data });
    expect(rows.map((row) => row.index)).toEqual(Array.from({ length: 2500 }, (_, i) => i));
    for (const row of [0, 999, 1000, 2499]) {
      const image = { shape: [1, 2, 2] as const, data: data.subarray(row * 4, row * 4 + 4) };
      const [alone] = predictImages(flat, image);
      expect(alone?.guess).toBe(rows[row]?.guess);
      expect(alone?.confidence).toBeCloseTo(rows[row]?.confidence ?? NaN, 6);
    }
  });
});

describe('a tensor of images', () => {
  it('is the same in parts of a thousand as in one', () => {
    const images = tf.randomUniform([1500, 4], 0, 1, 'float32', 7);
    const rows = predictImages(flat, images);
    const whole = tf.tidy(() => (flat.predict(images) as tf.Tensor).argMax(1).arraySync());
    expect(rows.map((row) => row.guess)).toEqual(whole);
  });

  it('may hold whole numbers', () => {
    const [row] = predictImages(flat, tf.tensor2d([[0, 0, 1, 0]], [1, 4], 'int32'));
    expect(row?.guess).toBe(2);
  });
});

it('of equal probabilities the first class is the guess', () => {
  const [row] = predictImages(flat, { shape: [1, 2, 2], data: Uint8Array.of(0, 90, 90, 0) });
  expect(row?.guess).toBe(1);
});

describe('a model that does not say what images it takes', () => {
  const sentence = 'predictImages needs a model with one input of a known shape.';
  const images = { shape: [1, 2, 2] as const, data: twoImages.subarray(0, 4) };

  it('is refused where its shape is open', () => {
    const open = tf.sequential({
      layers: [tf.layers.globalAveragePooling2d({ inputShape: [null, null, 1] })],
    });
    expect(() => predictImages(open, images)).toThrow(sentence);
  });

  it('is refused where it has two inputs', () => {
    const inputs = [1, 2].map(() => tf.input({ shape: [4] }));
    const outputs = tf.layers.add().apply(inputs) as tf.SymbolicTensor;
    expect(() => predictImages(tf.model({ inputs, outputs }), images)).toThrow(sentence);
  });
});

describe('images as read are scaled as those the model has learned from', () => {
  const images = { shape: [40, 2, 2] as const, data: new Uint8Array(160).map((_, i) => i * 97) };
  const labels = Uint8Array.from({ length: 40 }, (_, i) => i % 4);
  const trainedOn = async (tensors: Examples, ...first: tf.layers.Layer[]) => {
    const model = tf.sequential({ layers: [...first, ...brightestCorner([2, 2]).layers] });
    model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
    await train(model, tensors, { silent: true });
    return model;
  };
  const probabilities = (model: tf.LayersModel, given: ToJudge) =>
    predictImages(model, given).map((row) => row.probabilities);

  it.each<[string, Scaling, tf.layers.Layer[]]>([
    ['divided by 255', 'divide by 255', []],
    ['left as they are', 'none', []],
    ['divided by a layer', 'none', [tf.layers.rescaling({ scale: 1 / 255, inputShape: [2, 2] })]],
  ])('%s', async (_, scaling, first) => {
    const tensors = toTensors({ images, labels }, 4, scaling);
    const model = await trainedOn(tensors, ...first);
    expect(probabilities(model, images)).toEqual(probabilities(model, tensors));
    expect(notesOf(model).scaling).toBe(scaling);
  });

  it('also after the model was saved and loaded', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'scaling-')), 'model.keras');
    const tensors = toTensors({ images, labels }, 4, 'none');
    const model = await trainedOn(tensors);
    await saveModel(model, path);
    const loaded = await loadModel(path);
    expect(probabilities(loaded, images)).toEqual(probabilities(model, tensors));
  });

  it('in a model from elsewhere that divides by itself', () => {
    const rescaling = tf.layers.rescaling({ scale: 1 / 255, inputShape: [2, 2] });
    const model = tf.sequential({ layers: [rescaling, ...brightestCorner([2, 2]).layers] });
    const raw = tf.tensor(Float32Array.from(images.data), [40, 2, 2]);
    expect(probabilities(model, images)).toEqual(probabilities(model, raw));
  });

  it('or refused, where nobody can know how', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'scaling-')), 'model.keras');
    const tensors = toTensors({ images, labels }, 4);
    const centred = { ...tensors, images: tensors.images.sub(0.5) };
    const model = await trainedOn(centred);
    await saveModel(model, path);
    for (const one of [model, await loadModel(path)]) {
      expect(() => predictImages(one, images)).toThrow(
        'This model has learned from numbers from -0.5 to 0.5, so nnlab does not know how to scale',
      );
      expect(predictImages(one, centred)).toHaveLength(40);
    }
  });
});

describe('images may come', () => {
  const corner = [0, 1, 0, 0.2];
  const forms: [string, () => tf.Tensor][] = [
    ['flat without a batch dimension', () => tf.tensor1d(corner)],
    ['flat as a batch', () => tf.tensor2d(corner, [1, 4])],
    ['square without a batch dimension', () => tf.tensor2d(corner, [2, 2])],
    ['square as a batch', () => tf.tensor3d(corner, [1, 2, 2])],
    ['square with a channel', () => tf.tensor4d(corner, [1, 2, 2, 1])],
    ['as whole numbers', () => tf.tensor1d([0, 1, 0, 0], 'int32')],
  ];

  it.each(forms)('%s, for a flat and for a square model', (_, form) => {
    const images = form();
    for (const model of [flat, square]) {
      expect(predictImages(model, images).map((row) => row.guess)).toEqual([1]);
    }
    images.dispose();
  });

  it('many in one tensor, with their labels', () => {
    const examples = {
      images: tf.tensor2d([...corner, 0, 0, 0, 1], [2, 4]),
      labels: tf.tensor1d([1, 0]),
    };
    const rows = predictImages(square, examples);
    expect(rows.map(({ truth, guess }) => [truth, guess])).toEqual([
      [1, 1],
      [0, 3],
    ]);
    tf.dispose(examples);
  });
});

it('fifty calls leave no tensor behind', () => {
  const images = tf.randomUniform([3, 2, 2]);
  const before = tf.memory().numTensors;
  for (let call = 0; call < 50; call++) {
    predictImages(flat, images);
    predictImages(square, { shape: [2, 2, 2], data: twoImages });
  }
  expect(tf.memory().numTensors).toBe(before);
  images.dispose();
});

describe('what cannot be predicted is said in words', () => {
  it('when the images have another size', () => {
    expect(() => predictImages(flat, { shape: [2, 3, 3], data: new Uint8Array(18) })).toThrow(
      /wants images of 4 pixels \[4\].*shape \[2, 3, 3\]/,
    );
    const five = tf.zeros([5]);
    expect(() => predictImages(square, five)).toThrow(/wants images of 4 pixels \[2, 2\]/);
    five.dispose();
  });

  it('when images and labels differ in number', () => {
    const images = { shape: [2, 2, 2] as const, data: twoImages };
    expect(() => predictImages(flat, { images, labels: Uint8Array.of(1) })).toThrow(
      '2 images but 1 labels',
    );
  });

  it('when the model has gone astray', () => {
    const broken = brightestCorner([4]);
    broken.setWeights([tf.fill([4, 4], NaN), tf.zeros([4])]);
    expect(() => predictImages(broken, { shape: [1, 2, 2], data: new Uint8Array(4) })).toThrow(
      /NaN.*smaller learning rate/,
    );
    broken.dispose();
  });
});
