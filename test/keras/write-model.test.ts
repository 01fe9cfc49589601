import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, test } from 'vitest';
import { modelConfig } from '../../src/keras/write-model';

const reLU = () => tf.layers.reLU({ name: 'cut', maxValue: 6, inputShape: [4] });

/** The layer above as Keras writes it. */
const cut = {
  module: 'keras.layers',
  class_name: 'ReLU',
  config: { name: 'cut', trainable: true, dtype: 'float32', max_value: 6 },
  registered_name: null,
};

const inputCalled = (name: string) => ({
  module: 'keras.layers',
  class_name: 'InputLayer',
  config: { batch_shape: [null, 4], dtype: 'float32', sparse: false, name },
  registered_name: null,
});

describe('the description of a model', () => {
  test('is that of Keras for a row of layers, which begins with its input', () => {
    const model = tf.sequential({ name: 'row', layers: [reLU()] });
    expect(modelConfig(model)).toEqual({
      module: 'keras',
      class_name: 'Sequential',
      config: {
        name: 'row',
        trainable: true,
        layers: [inputCalled('input_layer'), cut],
        build_input_shape: [null, 4],
      },
      registered_name: null,
      build_config: { input_shape: [null, 4] },
    });
  });

  test('has the input once, also where it was made as a layer', () => {
    const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [4] }), reLU()] });
    expect(modelConfig(model)).toMatchObject({
      config: { layers: [inputCalled('input_layer'), cut] },
    });
  });

  test('is that of Keras for layers that name their input', () => {
    const input = tf.input({ shape: [4], name: 'in' });
    const output = reLU().apply(input) as tf.SymbolicTensor;
    const model = tf.model({ name: 'net', inputs: input, outputs: output });
    const from = { shape: [null, 4], dtype: 'float32', keras_history: ['in', 0, 0] };
    const tensor = { class_name: '__keras_tensor__', config: from };
    expect(modelConfig(model)).toEqual({
      module: 'keras.src.models.functional',
      class_name: 'Functional',
      config: {
        name: 'net',
        trainable: true,
        layers: [
          { ...inputCalled('in'), name: 'in', inbound_nodes: [] },
          { ...cut, name: 'cut', inbound_nodes: [{ args: [tensor], kwargs: {} }] },
        ],
        input_layers: [['in', 0, 0]],
        output_layers: [['cut', 0, 0]],
      },
      registered_name: 'Functional',
    });
  });

  test.each<[string, () => tf.layers.Layer, object]>([
    ['Flatten', () => tf.layers.flatten({ inputShape: [2, 2] }), { data_format: 'channels_last' }],
    ['Softmax', () => tf.layers.softmax({ inputShape: [3] }), { axis: 1 }],
  ])('says of %s what it does where nothing was said', (className, make, config) => {
    const { config: model } = modelConfig(tf.sequential({ layers: [make()] }));
    expect(model).toMatchObject({ layers: [{}, { class_name: className, config }] });
  });

  test('says which kinds of layer it can hold where it cannot hold one', () => {
    const model = tf.sequential({
      layers: [tf.layers.embedding({ inputDim: 3, outputDim: 2, inputShape: [4], name: 'words' })],
    });
    expect(() => modelConfig(model)).toThrow(
      /^Layer "words" \(Embedding\) cannot be saved: a \.keras file of nnlab cannot hold this kind of layer, only Flatten, Reshape, .*Dense, .*\.$/,
    );
    model.dispose();
  });
});
