import type * as tf from '@tensorflow/tfjs-node';
import { afterEach, describe, expect, it } from 'vitest';
import {
  dense100x75,
  dense128,
  dropout128,
  flatten128,
  leaky128x64,
  logisticNetwork,
} from '../../src/models/architectures';

let model: tf.Sequential;
afterEach(() => model.dispose());

const kinds = () => model.layers.map((layer) => layer.getClassName());

describe('the lessons’ networks', () => {
  it.each([
    ['784-128-10, flat', dense128, 101_770],
    ['784-128-10 after Flatten', flatten128, 101_770],
    ['784-128-10 with dropout', dropout128, 101_770],
    ['100-75-10', dense100x75, 86_835],
    ['128-64-10 with LeakyReLU', leaky128x64, 109_386],
    ['logistic regression', logisticNetwork, 7_850],
  ])('%s has %s parameters', (_name, build, parameters) => {
    model = build();
    expect(model.countParams()).toBe(parameters);
    expect(model.outputs[0]?.shape).toEqual([null, 10]);
  });

  it.each([
    ['784-128-10', flatten128, [0, 100_480, 1_290]],
    ['784-128-10 with dropout', dropout128, [0, 100_480, 0, 1_290]],
    ['100-75-10', dense100x75, [0, 78_500, 7_575, 760]],
    ['128-64-10 with LeakyReLU', leaky128x64, [0, 100_480, 0, 8_256, 0, 650]],
  ])('%s has them in its layers', (_name, build, parameters) => {
    model = build();
    expect(model.layers.map((layer) => layer.countParams())).toEqual(parameters);
  });

  it('drops a fifth of the hidden units before the output', () => {
    model = dropout128();
    expect(kinds()).toEqual(['Flatten', 'Dense', 'Dropout', 'Dense']);
    expect(model.layers[2]?.getConfig()['rate']).toBe(0.2);
  });

  it('leaks a tenth through both hidden layers', () => {
    model = leaky128x64();
    expect(kinds()).toEqual(['Flatten', 'Dense', 'LeakyReLU', 'Dense', 'LeakyReLU', 'Dense']);
    expect(model.layers[2]?.getConfig()['alpha']).toBe(0.1);
  });

  it('comes uncompiled, for the notebook compiles in sight', () => {
    model = dense128();
    expect(model.optimizer).toBeUndefined();
  });
});
