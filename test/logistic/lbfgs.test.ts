import { expect, it } from 'vitest';
import { lbfgs, type Evaluation, type Place } from '../../src/logistic/lbfgs';

/** The lowest value reached within some steps, where it is, and the values on the way. */
function walk(evaluate: (point: Float64Array) => Evaluation, from: number[], steps: number) {
  const point = Float64Array.from(from);
  let last: Place<Evaluation> = { point, evaluation: evaluate(point) };
  const values = [last.evaluation.value];
  for (const place of lbfgs(evaluate, last)) {
    last = place;
    values.push(place.evaluation.value);
    if (values.length > steps) break;
  }
  return { last, values };
}

/** A bowl a thousand times steeper one way than the other, its bottom at (1, 2, 3). */
function bowl(point: Float64Array): Evaluation {
  const steep = [1, 30, 1000];
  const from = point.map((value, i) => value - (i + 1));
  return {
    value: from.reduce((sum, x, i) => sum + ((steep[i] ?? 0) * x * x) / 2, 0),
    gradient: Float32Array.from(from, (x, i) => (steep[i] ?? 0) * x),
  };
}

/** Rosenbrock's valley: narrow, bent, its bottom at (1, 1). */
function valley([x = 0, y = 0]: Float64Array): Evaluation {
  return {
    value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: Float32Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)),
  };
}

it('finds the bottom of an uneven bowl within a few steps', () => {
  const { last } = walk(bowl, [0, 0, 0], 20);
  [1, 2, 3].forEach((bottom, i) => expect(last.point[i]).toBeCloseTo(bottom, 4));
});

it('follows a bent valley to its end, lower with every step', () => {
  const { last, values } = walk(valley, [-1.2, 1], 60);
  [1, 1].forEach((bottom, i) => expect(last.point[i]).toBeCloseTo(bottom, 3));
  for (let i = 1; i < values.length; i++) expect(values[i]).toBeLessThan(values[i - 1] ?? NaN);
});

it('ends by itself where no lower place can be found', () => {
  const { last, values } = walk(bowl, [1, 2, 3], 5);
  expect(values).toHaveLength(1);
  expect(Array.from(last.point)).toEqual([1, 2, 3]);
});
