import { describe, expect, test } from 'vitest';
import { activation, initializer, namedConfig, regularizer } from '../../src/keras/initializers';

const keras = (module: string, class_name: string, config: object) => ({
  module,
  class_name,
  config,
  registered_name: null,
});

describe('an initializer', () => {
  const scaled = (scale: number, mode: string, distribution: string) => ({
    className: 'VarianceScaling',
    config: { scale, mode, distribution, seed: 7 },
  });

  test.each<[string, object, object]>([
    ['GlorotUniform', { seed: 7 }, scaled(1, 'fanAvg', 'uniform')],
    ['GlorotNormal', { seed: 7 }, scaled(1, 'fanAvg', 'normal')],
    ['HeUniform', { seed: 7 }, scaled(2, 'fanIn', 'uniform')],
    ['HeNormal', { seed: 7 }, scaled(2, 'fanIn', 'normal')],
    ['LecunUniform', { seed: 7 }, scaled(1, 'fanIn', 'uniform')],
    ['LecunNormal', { seed: 7 }, scaled(1, 'fanIn', 'normal')],
    [
      'VarianceScaling',
      { scale: 3, mode: 'fan_out', distribution: 'truncated_normal', seed: 7 },
      scaled(3, 'fanOut', 'normal'),
    ],
    ['Zeros', {}, { className: 'Zeros', config: {} }],
    ['Constant', { value: 0.5 }, { className: 'Constant', config: { value: 0.5 } }],
    [
      'RandomNormal',
      { mean: 0, stddev: 0.1, seed: null },
      { className: 'RandomNormal', config: { mean: 0, stddev: 0.1, seed: null } },
    ],
    [
      'OrthogonalInitializer',
      { gain: 2, seed: null },
      { className: 'Orthogonal', config: { gain: 2, seed: null } },
    ],
    ['IdentityInitializer', { gain: 2 }, { className: 'Identity', config: { gain: 2 } }],
  ])('%s is the same on both sides', (name, config, tfjs) => {
    const written = keras('keras.initializers', name, config);
    expect(initializer.read(written)).toEqual(tfjs);
    expect(initializer.write(tfjs)).toEqual(written);
  });

  test('may be a word, and have axes, and a seed that only Keras understands', () => {
    expect(initializer.read('Zeros')).toEqual({ className: 'Zeros', config: {} });
    const seed = { class_name: 'SeedGenerator', config: {} };
    const drawn = { seed, input_axes: [0], output_axes: [1] };
    expect(initializer.read({ class_name: 'HeNormal', config: drawn })).toMatchObject({
      config: { scale: 2, seed: null },
    });
  });

  test.each(['STFT', 'constructor', 'MyInitializerOfZeros'])('called %s is refused', (name) => {
    expect(() => initializer.read(name)).toThrow(
      `is "${name}", an initializer nnlab does not know`,
    );
    expect(() => initializer.write({ className: name, config: {} })).toThrow('does not know');
  });
});

describe('a regularizer', () => {
  const both = (l1: number, l2: number) => ({ className: 'L1L2', config: { l1, l2 } });

  test.each<[string, object, object]>([
    ['L1', { l1: 0.1 }, both(0.1, 0)],
    ['L2', { l2: 0.2 }, both(0, 0.2)],
    ['L1L2', { l1: 0.1, l2: 0.2 }, both(0.1, 0.2)],
  ])('%s is read as the two together', (class_name, config, tfjs) => {
    expect(regularizer.read({ class_name, config })).toEqual(tfjs);
  });

  test('is written as the two together, or left out', () => {
    const written = keras('keras.regularizers', 'L1L2', { l1: 0.1, l2: 0 });
    expect(regularizer.write(both(0.1, 0))).toEqual(written);
    expect([regularizer.read(null), regularizer.write(null)]).toEqual([null, null]);
  });

  test.each(['OrthogonalRegularizer', 'constructor'])('called %s is refused', (class_name) => {
    expect(() => regularizer.read({ class_name, config: {} })).toThrow(
      `is "${class_name}", a regularizer nnlab does not know`,
    );
  });
});

test('an activation has its name on each side', () => {
  expect(['silu', 'log_softmax', 'relu'].map(activation.read)).toEqual([
    'swish',
    'logSoftmax',
    'relu',
  ]);
  expect(() => activation.read('hard_sigmoid')).toThrow('TensorFlow.js does not have');
});

test.each([null, 7, [], {}, { class_name: 'Dense' }, { class_name: 7, config: {} }])(
  'what is no object of Keras is refused: %j',
  (value) => {
    expect(() => namedConfig(value)).toThrow(
      `should be a Keras object with class_name and config, but is ${JSON.stringify(value)}`,
    );
  },
);
