import * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Arrays } from '../../src/keras/hdf5';
import { buildModel } from '../../src/keras/read-model';
import { layerArrays, weightPlaces } from '../../src/keras/weights';
import { modelConfig } from '../../src/keras/write-model';

let tensors = 0;
beforeEach(() => (tensors = tf.memory().numTensors));
// A refused model leaves nothing behind.
afterEach(() => expect(tf.memory().numTensors).toBe(tensors));

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reaches anywhere into JSON */
type Anything = any;

/** What a file says of a network of two layers, as far as a test has not changed it. */
function saved(
  kind: 'sequential' | 'functional',
  change: (config: Anything, arrays: Arrays) => void,
): [json: unknown, arrays: Arrays] {
  const hidden = tf.layers.dense({ units: 3, inputShape: [4], name: 'hidden' });
  const last = tf.layers.dense({ units: 2, name: 'last' });
  const row = tf.sequential({ layers: [hidden, last] });
  const model = kind === 'sequential' ? row : tf.model({ inputs: row.input, outputs: row.output });
  const json = JSON.parse(JSON.stringify(modelConfig(model))) as Anything;
  const arrays = layerArrays(model.layers);
  row.dispose();
  change(json.config, arrays);
  return [json, arrays];
}

const layerCalled = (config: Anything, name: string): Anything =>
  config.layers.find((layer: Anything) => layer.config.name === name);

describe('a row of layers', () => {
  test.each<[string, (config: Anything, arrays: Arrays) => void, string]>([
    ['no layers', (c) => (c.layers = []), 'it has no layers'],
    ['an input alone', (c) => c.layers.splice(1), 'it has no layers'],
    ['no name', (c) => delete c.name, 'its name is missing, not a text'],
    ['an empty name', (c) => (c.name = ''), 'its name is "", not a text'],
    [
      'a layer whose name has blanks',
      (c) => (layerCalled(c, 'last').config.name = 'my layer'),
      'TensorFlow.js cannot have a layer called "my layer"; in Keras, give it a name of letters, ' +
        'digits, ".", "_" and "-"',
    ],
    [
      'another number type, as newer files say it',
      (c) => (layerCalled(c, 'last').config.dtype = { config: { name: 'mixed_float16' } }),
      'layer "last" (Dense): its dtype is "mixed_float16"; nnlab computes in float32 alone',
    ],
    [
      'weights that are missing',
      (_, arrays) => arrays.delete('layers/dense_1/vars/1'),
      'layer "last" (Dense): its bias is missing in the file',
    ],
    [
      'weights that are too many',
      (_, arrays) => arrays.set('layers/dense/vars/2', { shape: [], data: new Float32Array(1) }),
      'layer "hidden" (Dense): takes 2 arrays of weights, but the file holds more',
    ],
    [
      'weights of another type',
      (_, arrays) => arrays.set('layers/dense/vars/1', { shape: [3], data: new Int32Array(3) }),
      'its bias is not stored as float32',
    ],
  ])('with %s is refused', (_, change, sentence) => {
    expect(() => buildModel(...saved('sequential', change))).toThrow(sentence);
  });

  test.each([null, 'wide', [], [null, 0], [null, 2.5], [2, null], [null, -1]])(
    'is refused with the input shape %j',
    (shape) => {
      const json = saved('sequential', (c) => (c.layers[0].config.batch_shape = shape));
      expect(() => buildModel(...json)).toThrow(
        `its input shape is ${JSON.stringify(shape)}, not a list like [null, 28, 28]; ` +
          'in Keras, begin the model with keras.Input',
      );
    },
  );

  test('may say its input shape without a layer for it, as older files do', () => {
    const json = saved('sequential', (c) => c.layers.shift());
    const model = buildModel(...json);
    expect(model.inputs[0]?.shape).toEqual([null, 4]);
    model.dispose();
  });

  test('has layers that learn, or not, as the file says', () => {
    const json = saved('sequential', (c) => {
      layerCalled(c, 'hidden').config.trainable = false;
      delete layerCalled(c, 'last').config.trainable;
    });
    const model = buildModel(...json);
    expect(model.layers.map(({ name, trainable }) => [name, trainable])).toEqual([
      ['hidden', false],
      ['last', true],
    ]);
    model.dispose();
  });

  test.each(['2nd', 'a-b.c/d_1', 'A'])('may have a layer called %s', (name) => {
    const model = buildModel(
      ...saved('sequential', (c) => (layerCalled(c, 'last').config.name = name)),
    );
    expect(model.layers[1]?.name).toBe(name);
    model.dispose();
  });

  test.each(['-a', '_a', 'a\nb', 'schön'])('may have none called %j', (name) => {
    const json = saved('sequential', (c) => (layerCalled(c, 'last').config.name = name));
    expect(() => buildModel(...json)).toThrow('TensorFlow.js cannot have a layer called ');
  });

  test.each([null, undefined])('may leave its number type open: %j', (dtype) => {
    buildModel(
      ...saved('sequential', (c) => (layerCalled(c, 'last').config.dtype = dtype)),
    ).dispose();
  });

  test('may have a whole policy for its number type', () => {
    const policy = { class_name: 'DTypePolicy', config: { name: 'float32' } };
    const json = saved('sequential', (c) => (layerCalled(c, 'last').config.dtype = policy));
    buildModel(...json).dispose();
  });
});

describe('a network of layers that name their input', () => {
  const node = (config: Anything): Anything => layerCalled(config, 'last').inbound_nodes;
  const source = (config: Anything): Anything => node(config)[0].args[0].config;

  test('is built as it was saved', () => {
    const model = buildModel(...saved('functional', () => undefined));
    expect(model.layers.map(({ name }) => name).slice(1)).toEqual(['hidden', 'last']);
    expect(model.outputs[0]?.shape).toEqual([null, 2]);
    model.dispose();
  });

  test('may be called by the name that older files have for it', () => {
    const [json, arrays] = saved('functional', (c) => (c.name = 'own'));
    const model = buildModel({ ...(json as object), class_name: 'Model' }, arrays);
    expect(model.name).toBe('own');
    model.dispose();
  });

  test.each([
    ['a single end as one list', (ends: Anything) => ends[0]],
    ['a list of ends', (ends: Anything) => ends],
    ['a list of mere names', (ends: Anything) => [ends[0][0]]],
  ])('may name %s', (_, written) => {
    const json = saved('functional', (c) => {
      c.input_layers = written(c.input_layers);
      c.output_layers = written(c.output_layers);
    });
    const model = buildModel(...json);
    expect([model.inputs.length, model.outputs.length]).toEqual([1, 1]);
    model.dispose();
  });

  const several = 'nnlab connects layers with one input each alone';
  test.each<[string, (config: Anything) => void, string]>([
    [
      'a layer that is used twice',
      (c) => node(c).push(node(c)[0]),
      'it is used in several places, which nnlab cannot',
    ],
    ['a layer of two inputs', (c) => node(c)[0].args.push(node(c)[0].args[0]), several],
    ['a layer without input', (c) => (layerCalled(c, 'last').inbound_nodes = []), several],
    ['an input without history', (c) => delete source(c).keras_history, several],
    ['a history without layer', (c) => (source(c).keras_history = []), 'its source is missing'],
    [
      'a layer that comes later',
      (c) => (source(c).keras_history = ['later', 0, 0]),
      'it needs the output of "later", which does not come before it',
    ],
    ['no input', (c) => (c.input_layers = []), 'it names no input'],
    ['an end that is none', (c) => (c.output_layers = [7]), 'its end is 7, not a text'],
    ['no output', (c) => delete c.output_layers, 'it names no output'],
    ['ends that are no list', (c) => (c.output_layers = 'last'), 'it names no output'],
    [
      'an end named twice',
      (c) => (c.input_layers = [c.input_layers[0], c.input_layers[0]]),
      'more than once',
    ],
    ['a node that is none', (c) => (layerCalled(c, 'last').inbound_nodes = [7]), several],
    ['nodes that are no list', (c) => (layerCalled(c, 'last').inbound_nodes = 'all'), several],
    ['inputs that are no list', (c) => (node(c)[0].args = 'all'), several],
    ['an input that is none', (c) => (node(c)[0].args = [7]), several],
    ['an input without config', (c) => delete node(c)[0].args[0].config, several],
    ['no name', (c) => delete c.name, 'its name is missing, not a text'],
    [
      'an input of no shape',
      (c) => delete c.layers[0].config.batch_shape,
      'its input shape is missing, not a list like',
    ],
  ])('with %s is refused', (_, change, sentence) => {
    expect(() => buildModel(...saved('functional', change))).toThrow(sentence);
  });
});

test('weights lie where Keras puts them, counted for each class', () => {
  const classes = ['Dense', 'Conv2D', 'LeakyReLU', 'Dense', 'GlobalAveragePooling2D', 'Dense'];
  classes.push('ReLU', 'GRUCell', 'Conv2DTranspose', 'My>Odd Layer');
  expect(weightPlaces(classes)).toEqual([
    'layers/dense/vars',
    'layers/conv2d/vars',
    'layers/leaky_re_lu/vars',
    'layers/dense_1/vars',
    'layers/global_average_pooling2d/vars',
    'layers/dense_2/vars',
    'layers/re_lu/vars',
    'layers/gru_cell/vars',
    'layers/conv2d_transpose/vars',
    'layers/my_odd_layer/vars',
  ]);
});
