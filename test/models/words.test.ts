import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, it } from 'vitest';
import { layersOf, optimizerOf } from '../../src/models/words';

const network = (...layers: tf.layers.Layer[]) => tf.sequential({ layers });
const flatten = () => tf.layers.flatten({ inputShape: [28, 28] });

describe('the layers of a network in words', () => {
  it('name size and activation', () => {
    const layers = [
      tf.layers.dense({ units: 4 }),
      tf.layers.dense({ units: 3, activation: 'relu' }),
    ];
    expect(layersOf(network(flatten(), ...layers))).toEqual(['flatten', 'dense 4', 'dense 3 relu']);
  });

  it('are the same wherever an activation is written', () => {
    const dense = () => tf.layers.dense({ units: 4 });
    const written = [tf.layers.activation({ activation: 'relu' }), tf.layers.reLU()];
    for (const relu of written) {
      expect(layersOf(network(flatten(), dense(), relu))).toEqual(['flatten', 'dense 4 relu']);
    }
    const leaky = tf.layers.leakyReLU({ alpha: 0.1 });
    expect(layersOf(network(flatten(), dense(), leaky))[1]).toBe('dense 4 leakyReLU 0.1');
  });

  it('show that LeakyReLU stands after an activation, and changes nothing there', () => {
    const relu = tf.layers.dense({ units: 4, activation: 'relu' });
    const layers = layersOf(network(flatten(), relu, tf.layers.leakyReLU({ alpha: 0.1 })));
    expect(layers).toEqual(['flatten', 'dense 4 relu', 'leakyReLU 0.1']);
  });

  it('know a reshape to one row, dropout, and a model made with tf.model', () => {
    const input = tf.input({ shape: [28, 28] });
    let output = tf.layers.reshape({ targetShape: [784] }).apply(input);
    output = tf.layers.dropout({ rate: 0.2 }).apply(output);
    const model = tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
    expect(layersOf(model)).toEqual(['flatten', 'dropout 0.2']);
  });
});

describe('an optimizer in words', () => {
  it('is its class and rate, alone or in a model', () => {
    expect(optimizerOf(tf.train.rmsprop(0.001))).toBe('RMSProp 0.001');
    const model = network(flatten());
    expect(optimizerOf(model)).toBe('none: the model is not compiled');
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    expect(optimizerOf(model)).toBe('Adam 0.001');
  });
});
