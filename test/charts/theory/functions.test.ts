import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTIVATIONS, softmax } from '../../../src/charts/theory/activation-functions';
import { optimizerPaths, surface } from '../../../src/charts/theory/optimizer-paths';

describe.each(Object.entries(ACTIVATIONS))('%s', (_, { f, slope }) => {
  test('has the slope that its curve has', () => {
    for (const x of [-3, -1.5, -0.2, 0.3, 1, 4]) {
      expect(slope(x)).toBeCloseTo((f(x + 1e-6) - f(x - 1e-6)) / 2e-6, 4);
    }
  });
});

test('the activations have the values of the formula sheet', () => {
  expect(ACTIVATIONS.relu.f(-2)).toBe(0);
  expect(ACTIVATIONS.leakyRelu.f(-2)).toBeCloseTo(-0.2);
  expect(ACTIVATIONS.sigmoid.f(0)).toBe(0.5);
  expect(ACTIVATIONS.tanh.f(1)).toBeCloseTo(0.7616, 4);
});

test('softmax gives shares of one, in the order of the scores', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -800, max: 800 }), { minLength: 1 }), (scores) => {
      const shares = softmax(scores);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
      const best = scores.indexOf(Math.max(...scores));
      expect(Math.max(...shares)).toBe(shares[best]);
    }),
  );
});

describe('the optimizers', () => {
  const paths = Object.fromEntries(optimizerPaths().map(({ name, places }) => [name, places]));
  const lossesOf = (name: string) => (paths[name] ?? []).map(surface);

  test('are the five of the lessons, from one start, 40 steps each', () => {
    expect(Object.keys(paths)).toEqual([
      'Gradient descent',
      'Stochastic gradient descent',
      'Mini-batch gradient descent',
      'Momentum',
      'Nesterov accelerated gradient',
    ]);
    for (const places of Object.values(paths)) {
      expect(places).toHaveLength(41);
      expect(places[0]).toEqual([-2.4, 2.6]);
    }
  });

  test('gradient descent lowers the loss with every step', () => {
    const losses = lossesOf('Gradient descent');
    losses.slice(1).forEach((loss, step) => expect(loss).toBeLessThan(losses[step] ?? 0));
  });

  test('its first step goes against the slope of the surface', () => {
    const [[w, b], [w2, b2]] = paths['Gradient descent'] as unknown as [number[], number[]] as [
      [number, number],
      [number, number],
    ];
    const d = 1e-5;
    const slope = [
      (surface([w + d, b]) - surface([w - d, b])) / (2 * d),
      (surface([w, b + d]) - surface([w, b - d])) / (2 * d),
    ];
    expect(w2 - w).toBeCloseTo(-0.06 * (slope[0] ?? 0), 6);
    expect(b2 - b).toBeCloseTo(-0.06 * (slope[1] ?? 0), 6);
  });

  test('fewer points in a step make a rougher way', () => {
    const rises = (name: string) => {
      const losses = lossesOf(name);
      return losses.filter((loss, step) => step > 0 && loss > (losses[step - 1] ?? 0)).length;
    };
    expect(rises('Gradient descent')).toBe(0);
    expect(rises('Stochastic gradient descent')).toBeGreaterThan(
      rises('Mini-batch gradient descent'),
    );
  });

  test('Nesterov overshoots less than plain momentum', () => {
    const after = (name: string) => Math.max(...lossesOf(name).slice(8));
    expect(after('Nesterov accelerated gradient')).toBeLessThan(after('Momentum'));
  });
});
