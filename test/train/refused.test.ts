import * as tf from '@tensorflow/tfjs-node';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { innerModel } from '../../src/tfjs/internals';
import type { TrainingExamples } from '../../src/engine/examples';
import type { TrainOptions } from '../../src/train/options';
import { train } from '../../src/train/train';
import { compile, smallExamples, smallModel, weightsOf } from './small';

describe('train refuses with a sentence that helps', () => {
  const examples = smallExamples(20);
  const model = smallModel();
  afterAll(() => model.dispose());

  const refusal = async (given: unknown, options: object = {}, of: tf.LayersModel = model) => {
    const heard = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const error = await train(of, given as TrainingExamples, options).then(
      () => new Error('it trained'),
      (reason: unknown) => reason as Error,
    );
    expect(heard).not.toHaveBeenCalled();
    heard.mockRestore();
    return error.message;
  };

  it.each<[TrainOptions, string]>([
    [{ epochs: 0 }, 'epochs is 0; it must be a whole number from 1 on.'],
    [{ batchSize: 2.5 }, 'batchSize is 2.5; it must be a whole number from 1 on.'],
    [{ initialEpoch: -1 }, 'initialEpoch is -1; it must be a whole number from 0 on.'],
    [
      { initialEpoch: 5, epochs: 3 },
      'epochs is the number of the last epoch: after 5 epochs, epochs: 3 leaves nothing to do; ' +
        'give epochs: 8.',
    ],
    [{ validation: 0 }, 'validation: 0 of 20 examples leaves one side empty'],
    [{ validation: 1e-17 }, 'leaves one side empty'],
    [
      { validation: 0.1, earlyStopping: { patience: -1 } },
      'earlyStopping.patience is -1; it must be a whole number from 0 on.',
    ],
    [{ validation: 1 }, 'validation: 1 of 20 examples leaves one side empty; take 0.1, say.'],
    [{ validation: 0.99 }, 'validation: 0.99 of 20 examples leaves none to learn from'],
    [{ validation: -0.1 }, 'leaves one side empty'],
    [{ validation: NaN }, 'leaves one side empty'],
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

  const oneHot = { ...examples, labels: tf.oneHot(examples.labels.toInt(), 3) };
  const lossNamed = (loss: unknown, network: tf.LayersModel = smallModel()) => {
    compile(network, tf.train.adam(0.01), loss as string);
    return network;
  };
  const flat = (units: number) =>
    tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [3, 4] }), tf.layers.dense({ units })],
    });

  it('class numbers where the loss compares all outputs, with both ways out', async () => {
    for (const loss of ['categoricalCrossentropy', 'meanSquaredError', 'hinge']) {
      expect(await refusal(examples, {}, lossNamed(loss))).toBe(
        `The labels have one number for each image, but ${loss} compares 3 outputs with 3 numbers. ` +
          "Either compile with loss: 'sparseCategoricalCrossentropy' for class numbers, or make the " +
          'labels one-hot: tf.oneHot(labels.flatten().toInt(), 3).',
      );
    }
  });

  it('one-hot labels where the loss takes class numbers', async () => {
    expect(await refusal(oneHot)).toBe(
      'The labels have 3 numbers for each image (one-hot), but sparseCategoricalCrossentropy takes ' +
        "one, the number of its class. Either compile with loss: 'categoricalCrossentropy', or give " +
        'the class numbers: labels.argMax(-1).',
    );
  });

  it('more numbers an image than outputs', async () => {
    const four = { ...examples, labels: tf.oneHot(examples.labels.toInt(), 4) };
    expect(await refusal(four)).toBe(
      'The labels have 4 numbers for each image, but sparseCategoricalCrossentropy takes one, the ' +
        'number of its class. Either give one class number for each image, or the last layer 4 ' +
        "units and the model another loss, such as 'categoricalCrossentropy'.",
    );
    for (const loss of ['categoricalCrossentropy', 'meanSquaredError']) {
      expect(await refusal(four, {}, lossNamed(loss))).toBe(
        'The labels have 4 numbers for each image, but the model has 3 outputs. Either give the ' +
          'last layer 4 units, or labels with 3 numbers for each image.',
      );
    }
  });

  it('three numbers an image against one output', async () => {
    expect(await refusal(oneHot, {}, lossNamed('meanSquaredError', flat(1)))).toBe(
      'The labels have 3 numbers for each image, but the model has 1 output. Either give the last ' +
        'layer 3 units, or labels with 1 number for each image.',
    );
  });

  it('a single output with a loss of classes', async () => {
    for (const loss of ['categoricalCrossentropy', 'sparseCategoricalCrossentropy']) {
      expect(await refusal(examples, {}, lossNamed(loss, flat(1)))).toBe(
        `${loss} needs an output for each class, but the model has 1 output. Either give the last ` +
          "layer a unit for each class, or compile with loss: 'binaryCrossentropy'.",
      );
    }
  });

  it('an output that is no row of numbers', async () => {
    const images = tf.layers.reshape({ inputShape: [3, 4], targetShape: [4, 3] });
    const network = tf.sequential({ layers: [images, tf.layers.dense({ units: 3 })] });
    expect(await refusal(examples, {}, lossNamed('meanSquaredError', network))).toBe(
      "The labels have the shape [1] for each image, but the model's output is [4, 3]. Either give " +
        'labels of that shape, or end the model with tf.layers.flatten() and ' +
        'tf.layers.dense({ units, activation }).',
    );
  });

  it('labels that are no row of numbers', async () => {
    const labels = tf.zeros([20, 3, 2]);
    expect(await refusal({ ...examples, labels }, {}, lossNamed('meanSquaredError'))).toContain(
      "The labels have the shape [3, 2] for each image, but the model's output is [3].",
    );
  });

  const ownLoss = (truth: tf.Tensor, guess: tf.Tensor) => tf.losses.meanSquaredError(truth, guess);
  it('labels that do not fit a loss of one’s own', async () => {
    expect(await refusal(examples, {}, lossNamed(ownLoss))).toContain(
      'but ownLoss compares 3 outputs with 3 numbers',
    );
    const nameless = lossNamed((truth: tf.Tensor, guess: tf.Tensor) => truth.sub(guess).mean(-1));
    expect(await refusal(examples, {}, nameless)).toContain('but the loss compares 3 outputs');
  });

  it('what only TensorFlow.js sees: its name on a loss of one’s own', async () => {
    const sparseCategoricalCrossentropy = ownLoss.bind(undefined);
    Object.defineProperty(sparseCategoricalCrossentropy, 'name', { value: sparse });
    expect(await refusal(examples, {}, lossNamed(sparseCategoricalCrossentropy))).toMatch(
      /^TensorFlow\.js does not take these examples: .*shape/,
    );
  });

  const sparse = 'sparseCategoricalCrossentropy';
  const [borrowed] = innerModel(lossNamed(sparse)).lossFunctions;
  it.each([
    ['a name', sparse],
    ['a list', [sparse]],
    ['a function', borrowed],
  ])('labels out of range, the loss given as %s', async (_, loss) => {
    const network = lossNamed(loss);
    for (const wrong of [3, 12, -1, 0.5]) {
      const labels = tf.tidy(() => tf.concat([examples.labels.slice(0, 19), tf.tensor1d([wrong])]));
      expect(await refusal({ ...examples, labels }, {}, network)).toBe(
        `Label ${wrong} is none of the model's classes 0 to 2. Either correct the label of image 19, or ` +
          (wrong >= 3
            ? `give the last layer a unit for each class, ${wrong + 1} or more.`
            : 'compile with a loss for such numbers, such as meanSquaredError.'),
      );
    }
  });

  it('labels out of range, the loss given by the name of the output', async () => {
    const network = smallModel();
    lossNamed({ [network.outputNames[0] ?? '']: sparse }, network);
    const labels = examples.labels.add(1);
    expect(await refusal({ ...examples, labels }, {}, network)).toContain('Label 3 is none of');
  });

  it('one-hot rows made of labels out of range, which are all 0', async () => {
    const labels = tf.oneHot(examples.labels.add(1).toInt(), 3);
    expect(await refusal({ ...examples, labels }, {}, lossNamed('categoricalCrossentropy'))).toBe(
      'The labels of image 2 are all 0: it belongs to no class. Its number was none of 0 to 2 when ' +
        'the labels were made one-hot: either correct it, or give the last layer and tf.oneHot more ' +
        'classes.',
    );
  });

  it('shares of classes that are no shares', async () => {
    for (const wrong of [1.5, -1]) {
      const labels = tf.tidy(() =>
        tf.concat([tf.tensor2d([[0, wrong, 0]]), oneHot.labels.slice(1).toFloat()]),
      );
      expect(
        await refusal({ ...examples, labels }, {}, lossNamed('categoricalCrossentropy')),
      ).toContain(`Label ${wrong} of image 0 is not from 0 to 1, as categoricalCrossentropy wants`);
    }
  });

  it('class numbers for a yes-or-no loss', async () => {
    const binary = lossNamed('binaryCrossentropy', flat(1));
    const either = 'Either divide or encode the labels so, or compile with another loss';
    expect(await refusal(examples, {}, binary)).toBe(
      'Label 2 of image 2 is not from 0 to 1, as binaryCrossentropy wants them. ' +
        `${either}: 'sparseCategoricalCrossentropy' takes class numbers.`,
    );
    const labels = tf.fill([20], 2.5);
    expect(await refusal({ ...examples, labels }, {}, binary)).toBe(
      'Label 2.5 of image 0 is not from 0 to 1, as binaryCrossentropy wants them. ' + `${either}.`,
    );
  });

  it('NaN or infinity among images and labels, and says where', async () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      const images = examples.images.bufferSync();
      images.set(value, 7, 2, 1);
      expect(await refusal({ ...examples, images: images.toTensor() })).toContain(
        `Image 7 holds ${value} at [2, 1]: nothing can be learned from it. Leave the image out, ` +
          'or look where the number comes from; 0 divided by 0 makes NaN.',
      );
      const labels = tf.concat([examples.labels.slice(0, 19), tf.tensor1d([value])]);
      expect(await refusal({ ...examples, labels })).toContain(`Label 19 is ${value};`);
    }
  });

  it.each<[string, unknown, string]>([
    ['tensors one by one', examples.images, 'Give images and labels together'],
    ['nothing', undefined, 'Give the examples as { images, labels }'],
    ['null', null, 'Give the examples as { images, labels }'],
    ['images alone', { images: examples.images }, 'Give the examples as { images, labels }'],
    ['arrays', { images: [[1]], labels: [1] }, 'The images are an array; make tensors of them'],
    [
      'images as they are read',
      { images: { shape: [1, 3, 4], data: new Uint8Array(12) }, labels: new Uint8Array(1) },
      'The images are no tensor; make tensors of them first: toTensors(data.train)',
    ],
    ['texts', { ...examples, labels: tf.tensor(['a']) }, 'The labels are texts; give numbers.'],
    [
      'no images',
      { images: tf.zeros([0, 3, 4]), labels: tf.zeros([0]) },
      'There are no images: the tensor of images is [0, 3, 4].',
    ],
    ['a single label', { ...examples, labels: tf.scalar(1) }, 'There are 20 images but no labels'],
  ])('%s', async (_, given, words) => {
    expect(await refusal(given)).toContain(words);
  });

  it('tensors and models that were disposed of', async () => {
    const images = examples.images.clone();
    images.dispose();
    expect(await refusal({ ...examples, images })).toContain(
      'The tensor of images was disposed of',
    );
    const gone = smallModel();
    gone.dispose();
    expect(await refusal(examples, {}, gone)).toContain('This model was disposed of');
  });

  it('a model whose weights are no numbers any more', async () => {
    const broken = smallModel();
    broken.setWeights(broken.getWeights().map((weight) => weight.mul(NaN)));
    const sentence =
      'The model has weights that are NaN or infinite, from an earlier training that went astray; ' +
      'run the cell that builds it again.';
    expect(await refusal(examples, {}, broken)).toBe(sentence);
    const partly = smallModel();
    const [first, ...others] = partly.getWeights();
    partly.setWeights([first!.mul(NaN), ...others]);
    expect(await refusal(examples, {}, partly)).toBe(sentence);
  });

  it('a model of several inputs or outputs', async () => {
    const [left, right] = [tf.input({ shape: [3, 4] }), tf.input({ shape: [3, 4] })];
    const [one, two] = [left, right].map((part) => tf.layers.flatten().apply(part)) as [
      tf.SymbolicTensor,
      tf.SymbolicTensor,
    ];
    const both = tf.layers.concatenate().apply([one, two]) as tf.SymbolicTensor;
    const output = tf.layers.dense({ units: 3 }).apply(both) as tf.SymbolicTensor;
    const joined = tf.model({ inputs: [left, right], outputs: output });
    expect(await refusal(examples, {}, lossNamed('meanSquaredError', joined))).toContain(
      'train takes models with one input and one output; this one has 2 and 1.',
    );
    const end = tf.layers.dense({ units: 3 }).apply(one) as tf.SymbolicTensor;
    const forked = tf.model({ inputs: left, outputs: [one, end] });
    forked.compile({ optimizer: 'sgd', loss: ['meanSquaredError', 'meanSquaredError'] });
    expect(await refusal(examples, {}, forked)).toContain('this one has 1 and 2.');
  });

  it('a model with nothing to train, or nothing to learn by', async () => {
    const layers = [tf.layers.flatten({ inputShape: [3, 4] })];
    const rigid = lossNamed('meanSquaredError', tf.sequential({ layers }));
    expect(await refusal(examples, {}, rigid)).toContain('The model has no weights to train');
    const heard = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(await refusal(examples, {}, lossNamed({}))).toContain('compiled without a loss');
    heard.mockRestore();
  });

  it('no model at all', async () => {
    const nothing: unknown = {};
    expect(await refusal(examples, {}, nothing as tf.LayersModel)).toContain(
      'train takes a model first',
    );
  });

  it.each<[unknown, string]>([
    [null, 'validation is null; give a number such as 0.1'],
    ['0.1', "validation is the text '0.1'; give a number such as 0.1"],
    [true, 'validation is true; give a number'],
    [{ ...examples, images: tf.zeros([20, 5, 5]) }, 'The model takes images of 3 x 4 numbers'],
    [oneHot, 'The labels have 3 numbers for each image (one-hot)'],
    [{ images: tf.zeros([0, 3, 4]), labels: tf.zeros([0]) }, 'There are no images'],
    [{ ...examples, labels: tf.fill([20], 7) }, 'Label 7 is none of'],
    [{ ...examples, images: examples.images.mul(NaN) }, 'Image 0 holds NaN at [0, 0]'],
    [[examples.images, examples.labels], 'Give the examples as { images, labels }'],
  ])('validation that does not fit, before the first epoch: %#', async (validation, words) => {
    const before = weightsOf(model);
    const message = await refusal(examples, { validation });
    expect(message).toContain(words);
    expect(message).toMatch(/^(validation is|The validation data do not fit\.)/);
    expect(weightsOf(model)).toEqual(before);
  });

  it('a share of one example', async () => {
    const one = { images: examples.images.slice([0], [1]), labels: examples.labels.slice(0, 1) };
    expect(await refusal(one, { validation: 0.1 })).toContain(
      'validation: 0.1 of 1 example leaves none to learn from; give more examples',
    );
  });

  it.each<[unknown, string]>([
    [{ sampleWeight: [1] }, 'train has no option sampleWeight. There are: epochs, batchSize,'],
    [{ epoch: 3 }, 'train has no option epoch; epochs is probably meant.'],
    [{ batch_size: 3 }, 'train has no option batch_size; batchSize is probably meant.'],
    [{ bacthSize: 3 }, 'train has no option bacthSize; batchSize is probably meant.'],
    [{ validationSplit: 0.1 }, 'validationSplit; validation is probably meant.'],
    [{ callbacks: { onBatchEnd: () => 1 } }, 'callbacks of train has no option onBatchEnd'],
    [{ callbacks: [] }, 'callbacks of train must be an object, such as { onEpochEnd:'],
    [{ earlyStopping: { monitor: 'loss' } }, 'earlyStopping of train has no option monitor'],
    [{ earlyStopping: 3 }, 'earlyStopping of train must be an object, such as { patience: 3 }'],
    [null, 'options of train must be an object, such as { epochs: 20 }.'],
    [20, 'options of train must be an object'],
    [{ epochs: '3' }, "epochs is the text '3'; it must be a whole number from 1 on."],
  ])('options that do not exist: %o', async (options, words) => {
    expect(await refusal(examples, options as object)).toContain(words);
  });
});
