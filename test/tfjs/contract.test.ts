import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, test } from 'vitest';
import { innerModel } from '../../src/tfjs/internals';
import { valuesInPlace } from '../../src/tfjs/values-in-place';
import { startWasm } from './wasm';

// All that src/tfjs takes from TensorFlow.js beyond its public list. A version in which one of them
// is gone, or is something else, fails here by name and not somewhere in the middle of a training.

type Kind = 'function' | 'number' | 'object' | 'string' | 'boolean';

/** The private names of one thing of tfjs, by what each of them is. */
type Contract = Partial<Record<Kind, readonly string[]>>;

function kindsOf(thing: object, contract: Contract): string[] {
  return Object.values(contract)
    .flat()
    .map((name) => `${name}: ${typeof (thing as Record<string, unknown>)[name]}`);
}

function expectContract(thing: object, contract: Contract): void {
  const wanted = Object.entries(contract).flatMap(([kind, names]) =>
    names.map((name) => `${name}: ${kind}`),
  );
  expect(kindsOf(thing, contract)).toEqual(wanted);
}

function trained(optimizer: tf.Optimizer): tf.Sequential {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 4, inputShape: [3], activation: 'relu' }),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const weights = innerModel(model).collectedTrainableWeights.map((weight) => weight.read());
  optimizer.applyGradients(weights.map(({ name, shape }) => ({ name, tensor: tf.ones(shape) })));
  return model;
}

describe('the bridge to TensorFlow has', () => {
  test('its binding and the ways to tensors', () => {
    expectContract(tf.backend(), {
      object: ['binding', 'tensorMap'],
      function: ['getInputTensorIds', 'createOutputTensor', 'executeMultipleOutputs'].concat([
        'executeSingleOutput',
        'readSync',
      ]),
    });
    const tensor = tf.tidy(() => tf.ones([2, 3]).square());
    const { tensorMap } = tf.backend() as unknown as { tensorMap: { get(id: object): object } };
    expectContract(tensorMap.get(tensor.dataId), { number: ['id'], object: ['shape'] });
  });

  test('in the binding, kernels, tensors, graphs, and the kinds of settings', () => {
    const { binding } = tf.backend() as unknown as { binding: object };
    expectContract(binding, {
      string: ['TF_Version'],
      function: ['executeOp', 'createTensor', 'deleteTensor', 'tensorDataSync'].concat([
        'loadSavedModel',
        'runSavedModel',
        'deleteSavedModel',
      ]),
      number: ['TYPE', 'FLOAT', 'BOOL', 'STRING', 'SHAPE', 'INT'].map((name) => `TF_ATTR_${name}`),
    });
  });

  test('a count of how deep it is in its own functions, and all variables by name', () => {
    expectContract(tf.engine().state, {
      number: ['kernelDepth', 'gradientDepth'],
      object: ['scopeStack'],
    });
    expectContract(tf.engine(), { object: ['registeredVariables'], function: ['endScope'] });
    tf.grad((x) => x.square())(tf.scalar(1));
    expect(tf.engine().state).toHaveProperty('activeTape');
  });
});

describe('a compiled model has', () => {
  const model = trained(tf.train.adam());

  test('inside a Sequential, the model that does the work', () => {
    expect(innerModel(model)).not.toBe(model);
    expectContract(innerModel(model), {
      string: ['loss'],
      object: ['layers', 'inputs', 'outputs', 'optimizer'].concat([
        'collectedTrainableWeights',
        'lossFunctions',
      ]),
      function: ['makeTrainFunction', 'standardizeUserDataXY'],
    });
    expectContract(model, { boolean: ['isOptimizerOwned'] });
  });

  test('layers with a source, an activation, and a way to make and read weights', () => {
    const dense = model.outputs[0]?.sourceLayer as object;
    expect(dense).toBe(model.layers[2]);
    expectContract(dense, {
      object: ['activation', 'inputSpec', 'kernel'],
      function: ['getClassName', 'addWeight', 'call', 'calculateLosses'],
    });
    expectContract((dense as { activation: object }).activation, { function: ['getClassName'] });
    expectContract((dense as { kernel: object }).kernel, { function: ['read', 'write'] });
  });

  test('in Dropout its rate and the shape of its noise', () => {
    const contract: Contract = { number: ['rate'], function: ['getNoiseShape', 'call'] };
    expectContract(model.layers[1] as object, contract);
  });
});

test('the back end for browsers tells where a tensor’s numbers lie in its memory', async () => {
  const native = tf.getBackend();
  try {
    await startWasm();
    const tensor = tf.tensor1d([1, 2.5, -3]);
    expect(tf.getBackend()).toBe('wasm');
    const backend = tf.backend();
    expectContract(backend, {
      object: ['dataIdMap', 'wasm'],
      function: ['makeOutput', 'typedArrayFromHeap', 'readSync', 'disposeData', 'incRef'],
    });
    const { dataIdMap } = backend as unknown as { dataIdMap: object };
    expectContract(dataIdMap, { function: ['get', 'set', 'delete'] });
    const values = valuesInPlace(tensor);
    expect([...values]).toEqual([1, 2.5, -3]);
    expect(values.buffer.byteLength).toBeGreaterThan(1e6);
  } finally {
    await tf.setBackend(native);
  }
});

test('a convolution has the rates at which it is dilated', () => {
  const layer = tf.layers.conv2d({ filters: 1, kernelSize: 2, dilationRate: 2 });
  expect((layer as unknown as { dilationRate: unknown }).dilationRate).toEqual([2, 2]);
});

test('a normalization has its settings and its four weights', () => {
  const layer = tf.layers.batchNormalization();
  layer.build([null, 3]);
  expectContract(layer, {
    number: ['axis', 'momentum', 'epsilon'],
    boolean: ['trainable', 'scale', 'center'],
    object: ['gamma', 'beta', 'movingMean', 'movingVariance'],
  });
});

describe('an optimizer has the fields its formula uses:', () => {
  const count: Contract = { number: ['iterations_', 'learningRate'] };

  test('SGD', () => {
    const optimizer = tf.train.sgd(0.1);
    trained(optimizer);
    expectContract(optimizer, count);
  });

  test('momentum', () => {
    const optimizer = tf.train.momentum(0.1, 0.9, true);
    trained(optimizer);
    expectContract(optimizer, {
      number: ['iterations_', 'learningRate', 'momentum'],
      boolean: ['useNesterov'],
      object: ['accumulations', 'c'],
    });
  });

  test('RMSprop', () => {
    const optimizer = tf.train.rmsprop(0.1);
    trained(optimizer);
    expectContract(optimizer, {
      number: ['learningRate', 'decay', 'momentum', 'epsilon'],
      boolean: ['centered'],
      object: ['accumulatedMeanSquares', 'accumulatedMoments'],
    });
  });

  test('Adam, with a variable in each slot', () => {
    const optimizer = tf.train.adam(0.1);
    trained(optimizer);
    expectContract(optimizer, {
      number: ['learningRate', 'beta1', 'beta2', 'epsilon'],
      object: ['accBeta1', 'accBeta2', 'accumulatedFirstMoment', 'accumulatedSecondMoment'],
    });
    const { accumulatedFirstMoment: slots } = optimizer as unknown as {
      accumulatedFirstMoment: { variable: unknown }[];
    };
    expect(slots.map(({ variable }) => variable instanceof tf.Variable)).toEqual(
      Array(4).fill(true),
    );
  });
});
