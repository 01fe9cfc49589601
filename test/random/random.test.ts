import * as tf from '@tensorflow/tfjs-node';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Mersenne } from '../../src/random/mersenne';
import { currentSeed, randomPicks, seededOrder, setSeed } from '../../src/random/random';
import golden from '../data/golden/splits.json';

const ownRandom = Math.random;
afterEach(() => {
  Math.random = ownRandom;
});

describe('the generator', () => {
  test.each(golden.generator)('gives the numbers of numpy for seed $seed', (numpy) => {
    const random = new Mersenne(numpy.seed);
    expect(numpy.fractions.map(() => random.fraction())).toEqual(numpy.fractions);
    expect([...new Mersenne(numpy.seed).permutation(100)]).toEqual(numpy.permutation);
  });

  test('shuffles 60,000 and 70,000 rows as the Python lessons did', () => {
    const first = (count: number): number[] => [
      ...new Mersenne(42).permutation(count).subarray(0, 5),
    ];
    expect(first(60_000)).toEqual([12628, 37730, 39991, 8525, 8279]);
    expect(first(70_000)).toEqual([46730, 48393, 41416, 34506, 43725]);
  });
});

describe('setSeed', () => {
  test('makes Math.random start anew with numpy’s numbers', () => {
    setSeed(42);
    expect([Math.random(), Math.random()]).toEqual([0.3745401188473625, 0.9507143064099162]);
    setSeed(42);
    expect(Math.random()).toBe(0.3745401188473625);
  });

  test('repeats picks and initial weights', () => {
    const draw = (seed: number): number[] => {
      setSeed(seed);
      const layer = tf.layers.dense({ units: 3, inputShape: [4] });
      layer.build([null, 4]);
      const weights = layer.getWeights().flatMap((weight) => [...weight.dataSync()]);
      tf.dispose(layer.getWeights());
      return [...weights, ...randomPicks(5, 10_000)];
    };
    expect(draw(42)).toEqual(draw(42));
    expect(draw(42)).not.toEqual(draw(43));
  });

  test.each([-1, 1.5, 2 ** 32, Number.NaN])('refuses %s', (seed) => {
    expect(() => setSeed(seed)).toThrow(/A seed is a whole number from 0 to 4294967295/);
  });
});

describe('what belongs to a place', () => {
  test('depends on the seed and the place, not on what was drawn before', () => {
    setSeed(42);
    const epoch7 = seededOrder(50, 7);
    Math.random();
    randomPicks(3, 10);
    expect(seededOrder(50, 7)).toEqual(epoch7);
    expect(seededOrder(50, 8)).not.toEqual(epoch7);
    setSeed(43);
    expect(seededOrder(50, 7)).not.toEqual(epoch7);
  });

  test('is an order of all rows', () => {
    expect([...seededOrder(1000, 1)].sort((a, b) => a - b)).toEqual([...Array(1000).keys()]);
  });

  test('has a seed of its own when none was set, and keeps it', () => {
    expect(currentSeed()).toBe(currentSeed());
  });

  test('has another seed in each run of the kernel when none was set', async () => {
    const drawn = new Set<number>();
    for (let run = 0; run < 3; run++) {
      vi.resetModules();
      const fresh = await import('../../src/random/random');
      drawn.add(fresh.currentSeed());
    }
    expect(drawn.size).toBe(3);
  });
});

describe('picks', () => {
  test('are different numbers within the range', () => {
    setSeed(1);
    const picks = randomPicks(10, 10);
    expect([...picks].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(randomPicks(5, 10_000)).not.toEqual(randomPicks(5, 10_000));
  });

  test('cannot be more than there are', () => {
    expect(() => randomPicks(11, 10)).toThrow('Cannot pick 11 different numbers out of 10.');
  });
});
