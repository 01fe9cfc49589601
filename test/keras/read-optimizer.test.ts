import * as tf from '@tensorflow/tfjs-node';
import { afterEach, describe, expect, test } from 'vitest';
import type { Arrays, StoredArray } from '../../src/keras/hdf5';
import { readOptimizer } from '../../src/keras/read-optimizer';
import type { Nadam } from '../../src/optimizers/nadam';
import { stepsDone } from '../../src/tfjs/optimizer-state';

const model = tf.sequential({
  layers: [tf.layers.dense({ inputShape: [3], units: 2, useBias: false })],
});
const of = (class_name: string, config: object = {}) => ({ class_name, config });

type Changes = Readonly<Record<string, StoredArray | undefined>>;

/** The arrays of an Adam after five steps, with some of them changed. */
function stored(changes: Changes = {}): Arrays {
  const slot = { shape: [3, 2], data: new Float32Array(6).fill(0.5) };
  const arrays = {
    ...{ 0: { shape: [], data: BigInt64Array.of(5n) }, 1: rateOf(0.25), 2: slot, 3: slot },
    ...changes,
  };
  const entries = Object.entries(arrays).flatMap(([name, array]) =>
    array ? [[name.startsWith('nnlab') ? name : `optimizer/vars/${name}`, array] as const] : [],
  );
  return new Map(entries);
}

const rateOf = (rate: number): StoredArray => ({ shape: [], data: Float32Array.of(rate) });
const stepsOf = (steps: number): StoredArray => ({ shape: [], data: Float32Array.of(steps) });
const rateIn = (optimizer: tf.Optimizer) => optimizer.getConfig()['learningRate'];

describe('the optimizer of a file', () => {
  let made: tf.Optimizer | undefined;
  afterEach(() => made?.dispose());
  const read = async (value: unknown, arrays: Arrays = new Map()) =>
    (made = await readOptimizer(value, arrays, model));

  test('has what Keras takes for the settings that an older file leaves out', async () => {
    const adam = await read(of('Adam'));
    expect([adam.getClassName(), rateIn(adam)]).toEqual(['Adam', 0.001]);
    expect(adam.getConfig()).toMatchObject({ beta1: 0.9, beta2: 0.999, epsilon: 1e-7 });
  });

  test('is found whatever letters its name is written in', async () => {
    expect((await read(of('rmsprop'))).getClassName()).toBe('RMSProp');
  });

  test('has the learning rate in use, in no more digits than it needs', async () => {
    const third = Math.fround(1 / 3);
    const rates = [Math.fround(0.001), third, 0.25].map(rateOf);
    const found: number[] = [];
    for (const rate of rates) {
      const adam = await read(of('Adam', { learning_rate: 0.5 }), stored({ 1: rate }));
      found.push(Number(rateIn(adam)));
    }
    expect(found).toEqual([0.001, 0.33333334, 0.25]);
    expect(Math.fround(0.33333334)).toBe(third);
  });

  test('has the learning rate of its settings, to the last digit, where it is that', async () => {
    const exact = 0.0123456789;
    const rate = rateOf(Math.fround(exact));
    const arrays = stored({ 1: rate, 2: undefined, 3: undefined });
    expect(rateIn(await read(of('SGD', { learning_rate: exact }), arrays))).toBe(exact);
  });

  test('goes on counting steps, with what it had gathered', async () => {
    const adam = await read(of('Adam'), stored());
    expect(stepsDone(adam)).toBe(5);
    const [, first] = await adam.getWeights();
    expect([...(first?.tensor.dataSync() ?? [])]).toEqual(new Array(6).fill(0.5));
  });

  test('has gathered nothing before the first step, as older versions of Keras write it', async () => {
    const arrays = stored({ 0: stepsOf(0), 2: undefined, 3: undefined });
    expect(stepsDone(await read(of('Adam'), arrays))).toBe(0);
  });

  test('has what was there before the first step, where the file holds it', async () => {
    const adam = await read(of('Adam'), stored({ 0: stepsOf(0) }));
    const [, first] = await adam.getWeights();
    expect([stepsDone(adam), first?.tensor.dataSync()[0]]).toEqual([0, 0.5]);
  });

  test('may have made as many steps as can be counted', async () => {
    const most = { shape: [], data: BigInt64Array.of(2n ** 31n - 1n) };
    expect(stepsDone(await read(of('Adam'), stored({ 0: most })))).toBe(2 ** 31 - 1);
  });

  test.each([
    ['older', 2],
    ['newer', 4],
  ])('shares a number where %s versions of Keras write it', async (_, place) => {
    const slot = { shape: [3, 2], data: new Float32Array(6).fill(0.5) };
    const slots = [2, 3, 4].filter((one) => one !== place).map((one) => [one, slot]);
    const changes = { ...Object.fromEntries(slots), [place]: rateOf(0.75) } as Changes;
    const nadam = (await read(of('Nadam'), stored(changes))) as Nadam;
    expect(nadam.uProduct.dataSync()[0]).toBe(0.75);
    const [, ...gathered] = await nadam.getWeights();
    expect(gathered.map(({ tensor }) => [...tensor.dataSync()])).toEqual(
      Array(2).fill(new Array(6).fill(0.5)),
    );
  });

  const noSteps = 'its step count is not a whole number';
  test.each<[string, Changes, string]>([
    ['steps below 0', { 0: stepsOf(-1) }, noSteps],
    ['half a step', { 0: stepsOf(0.5) }, noSteps],
    ['more steps than can be counted', { 0: stepsOf(2 ** 31) }, noSteps],
    ['steps of a type nobody needs', { 0: { shape: [], data: null } }, noSteps],
    ['a list of steps', { 0: { shape: [1], data: Float32Array.of(3) } }, noSteps],
    ['a rate that is none', { 1: rateOf(NaN) }, 'its learning rate is not a number'],
    [
      'a rate of another type',
      { 1: { shape: [], data: BigInt64Array.of(1n) } },
      'its learning rate is not stored as float32, the only type nnlab reads',
    ],
    ['an array less', { 3: undefined }, 'its array 3 is missing in the file'],
    ['an array more', { 4: rateOf(1) }, 'it should have 4 arrays, but the file holds more'],
    [
      'an array of another shape',
      { 2: { shape: [2, 3], data: new Float32Array(6) } },
      'its array 2 should have the shape [3, 2], but the file holds [2, 3]',
    ],
    [
      'a list for a single number',
      { 'nnlab/optimizer/accBeta1': { shape: [1], data: new Float32Array(1) } },
      'its accBeta1 should have the shape [], but the file holds [1]',
    ],
  ])('with %s is refused', async (_, changes, sentence) => {
    await expect(readOptimizer(of('Adam'), stored(changes), model)).rejects.toThrow(sentence);
  });
});
