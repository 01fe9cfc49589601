import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadModel } from '../../src/keras/load';
import { saveModel } from '../../src/keras/save';
import { bytesOf, jsonOf, pack, partsOf, temporaryFolder, type Json } from './files';
import { goldenFile } from './golden';

const folder = temporaryFolder();

let tensors = 0;
beforeEach(() => (tensors = tf.memory().numTensors));
// A refused file leaves nothing behind.
afterEach(() => expect(tf.memory().numTensors).toBe(tensors));

/** A golden file whose config.json a test has changed. */
function changed(change: (config: Json) => void, name = 'flatten128'): string {
  const parts = partsOf(name);
  const config = jsonOf<Json>(parts['config.json']);
  change(config);
  return pack(join(folder, 'changed.keras'), { ...parts, 'config.json': bytesOf(config) });
}

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reaches anywhere into JSON */
type Anything = any;
const layer = (config: Anything, i: number) => config.config.layers[i];
const reluOf = (config: Anything) =>
  config.config.layers.find((one: Anything) => one.class_name === 'ReLU');

// Found by npm run fuzz.
describe('what makes no sense is refused before it is used', () => {
  test.each<[string, string, (config: Anything) => void, RegExp]>([
    ['no output', 'functional', (c) => (c.config.output_layers = null), /it names no output\.$/],
    [
      'an output named twice',
      'functional',
      (c) => (c.config.output_layers = [c.config.output_layers, c.config.output_layers].flat(0)),
      /it names its output ".*" more than once\.$/,
    ],
    [
      'a ReLU that ends below 0',
      'conv-average',
      (c) => (reluOf(c).config.max_value = -1),
      /\(ReLU\): its max_value .*a number from 0/,
    ],
  ])('%s', async (_, name, change, sentence) => {
    await expect(loadModel(changed(change, name))).rejects.toThrow(sentence);
  });
});

describe('what only Keras knows is named, with its layer', () => {
  test.each<[string, (config: Anything) => void, RegExp]>([
    [
      'a layer class',
      (c) => (layer(c, 1).class_name = 'LSTM'),
      /layer "flatten.*" \(LSTM\): .*Dense/,
    ],
    [
      'an activation',
      (c) => (layer(c, 2).config.activation = 'hard_sigmoid'),
      /layer "dense.*" \(Dense\): its activation is "hard_sigmoid".*relu/,
    ],
    [
      'an initializer',
      (c) => (layer(c, 2).config.kernel_initializer.class_name = 'STFT'),
      /\(Dense\): its kernel_initializer is "STFT"/,
    ],
    [
      'a constraint',
      (c) => (layer(c, 2).config.kernel_constraint = { class_name: 'NonNeg', config: {} }),
      /\(Dense\): its kernel_constraint is .*NonNeg/,
    ],
    [
      'a setting of a later version',
      (c) => (layer(c, 2).config.sparkle = 3),
      /\(Dense\): its sparkle is 3, which is known to one of/,
    ],
    [
      'another number type',
      (c) => (layer(c, 2).config.dtype = 'float16'),
      /\(Dense\): its dtype is "float16"/,
    ],
    [
      'a class of model',
      (c) => (c.class_name = 'MyModel'),
      /it is a "MyModel"; .* In Keras, rebuild it with keras\.Sequential\.$/,
    ],
    ['a size that does not fit the weights', (c) => (layer(c, 2).config.units = 1e9), /its kernel/],
    [
      'an input that does not fit the weights',
      (c) => (layer(c, 0).config.batch_shape = [null, 1e6, 1e6]),
      /its kernel should have the shape \[1000000000000, 6\], but the file holds \[16, 6\]/,
    ],
    ['an input without shape', (c) => (layer(c, 0).config.batch_shape = null), /input shape/],
    ['a list that is none', (c) => (c.config.layers = 'many'), /its layers are "many"/],
    [
      'more layers than can be connected',
      (c) => (c.config.layers = Array.from({ length: 20_000 }, () => layer(c, 1))),
      /it has 20000 layers, more than the 500 nnlab opens/,
    ],
    [
      'a layer that is none',
      (c) => (c.config.layers[1] = 7),
      /its layer 2 should be a Keras object/,
    ],
    [
      'a name without end',
      (c) => (layer(c, 2).class_name = 'X'.repeat(5000)),
      /^.{0,200}layer "dense\w*" \(X{59}…\): nnlab does not know.{0,400}$/,
    ],
  ])('%s', async (_, change, message) => {
    await expect(loadModel(changed(change))).rejects.toThrow(message);
  });

  test.each<[string, (compiled: Anything) => void, RegExp]>([
    ['an optimizer', (c) => (c.optimizer.class_name = 'Lion'), /"Lion"; nnlab knows SGD/],
    ['weight decay', (c) => (c.optimizer.config.weight_decay = 0.1), /weight_decay is 0.1/],
    ['clipping', (c) => (c.optimizer.config.clipnorm = 1), /clipnorm is 1/],
    [
      'a schedule',
      (c) => (c.optimizer.config.learning_rate = { class_name: 'ExponentialDecay' }),
      /learning_rate should be a number/,
    ],
    ['a loss', (c) => (c.loss = 'poisson'), /its loss is "poisson"/],
    ['logits', (c) => (c.loss.config.from_logits = true), /its from_logits is true/],
    ['a metric', (c) => (c.metrics = ['auc']), /its metric is "auc"/],
    ['weights of losses', (c) => (c.loss_weights = [0.5]), /its loss_weights is \[0.5\]/],
    ['several losses', (c) => (c.loss = ['mse', 'mae']), /its loss should be a Keras object/],
    [
      'a loss that does not go with its end',
      (c) => (c.loss = 'binary_crossentropy'),
      /its loss binaryCrossentropy after softmax is one thing in Keras/,
    ],
    [
      'an accuracy of other labels',
      (c) => Object.assign(c, { loss: 'mse', metrics: ['sparse_categorical_accuracy'] }),
      /which does not go with its loss meanSquaredError/,
    ],
  ])('%s: then the model can still be opened to predict', async (_, change, message) => {
    const path = changed((config) => change(config['compile_config']));
    await expect(loadModel(path)).rejects.toThrow(message);
    await expect(loadModel(path)).rejects.toThrow(
      /it was compiled with what nnlab does not know: .*[^.]\. To predict .* \{ compile: false \}\.$/,
    );
    const model = await loadModel(path, { compile: false });
    const shape = tf.tidy(() => (model.predict(tf.zeros([1, 4, 4])) as tf.Tensor).shape);
    expect(shape).toEqual([1, 3]);
    model.dispose();
  });
});

describe('what only TensorFlow.js knows is named, with its layer', () => {
  async function save(...layers: tf.layers.Layer[]): Promise<void> {
    const model = tf.sequential({ layers });
    try {
      await saveModel(model, join(folder, 'never.keras'));
    } finally {
      if (layers.length > 0) model.dispose();
    }
  }

  test.each<[string, () => Promise<void>, RegExp]>([
    [
      'a layer class',
      () =>
        save(tf.layers.embedding({ inputDim: 3, outputDim: 2, inputShape: [4], name: 'words' })),
      /Layer "words" \(Embedding\) cannot be saved/,
    ],
    [
      'an activation',
      () =>
        save(tf.layers.dense({ units: 2, inputShape: [3], activation: 'hardSigmoid', name: 'a' })),
      /Layer "a" \(Dense\) cannot be saved: its activation is "hardSigmoid"/,
    ],
    [
      'a constraint',
      () =>
        save(tf.layers.dense({ units: 2, inputShape: [3], kernelConstraint: 'nonNeg', name: 'b' })),
      /Layer "b" \(Dense\) cannot be saved: its kernelConstraint/,
    ],
    ['a model without layers', () => save(), /has no layers yet/],
  ])('%s', async (_, work, message) => {
    await expect(work()).rejects.toThrow(message);
  });

  test('a layer that is used twice, or has two inputs', async () => {
    const input = tf.input({ shape: [3] });
    const dense = tf.layers.dense({ units: 3, name: 'again' });
    const once = dense.apply(input) as tf.SymbolicTensor;
    const twice = tf.model({ inputs: input, outputs: dense.apply(once) as tf.SymbolicTensor });
    const used = 'cannot be saved: nnlab saves layers that are used once, with one input.';
    await expect(saveModel(twice, join(folder, 'never.keras'))).rejects.toThrow(
      `Layer "again" (Dense) ${used}`,
    );
    for (const weight of dense.weights) weight.dispose();
    const sum = tf.layers.add({ name: 'sum' }).apply([input, input]) as tf.SymbolicTensor;
    const joined = tf.model({ inputs: input, outputs: sum });
    await expect(saveModel(joined, join(folder, 'never.keras'))).rejects.toThrow(
      `Layer "sum" (Add) cannot be saved: `,
    );
  });

  test.each<[string, Parameters<tf.Sequential['compile']>[0], string]>([
    [
      'a loss of one’s own',
      { optimizer: 'sgd', loss: (truth, guess) => tf.losses.meanSquaredError(truth, guess) },
      'The model cannot be saved: its loss is not given by one name; compile it with one of ' +
        'sparseCategoricalCrossentropy, categoricalCrossentropy, binaryCrossentropy, ',
    ],
    [
      'a loss that Keras computes otherwise',
      { optimizer: 'sgd', loss: 'cosineProximity' },
      'its loss is cosineProximity; compile it with one of ',
    ],
    [
      'a metric',
      { optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['precision'] },
      'its metric is precision; compile it with one of accuracy, acc, ',
    ],
  ])('%s', async (_, goals, sentence) => {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
    model.compile(goals);
    await expect(saveModel(model, join(folder, 'never.keras'))).rejects.toThrow(sentence);
    model.dispose();
  });

  test('a file of another name', async () => {
    const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 2] })] });
    await expect(saveModel(model, 'model.h5')).rejects.toThrow(
      /^Call the file model\.h5\.keras: Keras opens no model file of another name\.$/,
    );
    model.dispose();
  });
});

describe('a file that is no model', () => {
  test('is missing', async () => {
    await expect(loadModel(join(folder, 'none.keras'))).rejects.toThrow(
      /none.keras.*it is not there/,
    );
  });

  test('is far too large, and is not even read', async () => {
    const path = join(folder, 'huge.keras');
    writeFileSync(path, '');
    truncateSync(path, 2 ** 40);
    const start = performance.now();
    await expect(loadModel(path)).rejects.toThrow('far too many');
    truncateSync(path, 520 * 2 ** 20 + 1);
    await expect(loadModel(path)).rejects.toThrow(
      /huge\.keras cannot be opened: it is too large for a model, with 545259521 bytes\.$/,
    );
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('is empty, or something else', async () => {
    const path = join(folder, 'other.keras');
    for (const content of ['', 'PK', '<html></html>'.repeat(10_000)]) {
      writeFileSync(path, content);
      await expect(loadModel(path)).rejects.toThrow('it is no zip archive');
    }
  });

  test('has a part that is something else', async () => {
    const odd = (name: string) => {
      const parts = { ...partsOf('flatten128'), [name]: bytesOf('x').subarray(1) };
      return loadModel(pack(join(folder, 'odd.keras'), parts));
    };
    await expect(odd('config.json')).rejects.toThrow(
      /odd\.keras cannot be opened: its "config\.json" is not JSON\.$/,
    );
    await expect(odd('model.weights.h5')).rejects.toThrow(
      /odd\.keras cannot be opened: its weights cannot be read: .*[^.]\.$/,
    );
  });

  test('is asked for with an option that does not exist', async () => {
    const options = { compiled: false } as object;
    await expect(loadModel(goldenFile('flatten128'), options)).rejects.toThrow(
      /^loadModel .*compiled.*compile/,
    );
  });

  test('lacks a part', async () => {
    for (const name of ['config.json', 'model.weights.h5']) {
      const parts = partsOf('flatten128');
      delete parts[name];
      const path = pack(join(folder, 'lacking.keras'), parts);
      await expect(loadModel(path)).rejects.toThrow(`"${name}" is missing`);
    }
  });

  test('opens whole again afterwards', async () => {
    const model = await loadModel(goldenFile('flatten128'));
    expect(model.layers).toHaveLength(3);
    model.dispose();
  });
});
