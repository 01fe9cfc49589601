import { at } from '../checks/at';

/** A function's value at a point and its gradient there. */
export type Evaluation = { readonly value: number; readonly gradient: Float32Array };

/** Where the descent stands, and what the function is there. */
export interface Place<E extends Evaluation> {
  readonly point: Float64Array;
  readonly evaluation: E;
}

/** One past step: how the point moved and how the gradient changed with it. */
interface Step {
  readonly move: Float64Array;
  readonly change: Float64Array;
}

/** How many past steps the method remembers: the L, for limited memory, in its name. */
const MEMORY = 10;
const MOST_TRIES = 30;
/** How much of a value may be rounding: it comes from 32-bit numbers. */
const ROUNDING = 1e-6;

/**
 * Walks downhill with L-BFGS, yielding every place it comes to; whoever asks decides when it is
 * low enough. Ends by itself where rounding hides every lower place.
 */
export function* lbfgs<E extends Evaluation>(
  evaluate: (point: Float64Array) => E,
  start: Place<E>,
): Generator<Place<E>> {
  const steps: Step[] = [];
  let here = start;
  for (;;) {
    const next = search(evaluate, here, direction(here.evaluation, steps));
    if (!next) return;
    yield next;
    steps.push(stepBetween(here, next));
    if (steps.length > MEMORY) steps.shift();
    here = next;
  }
}

/**
 * The gradient, bent by what past steps tell of the curvature: the two-loop recursion of Nocedal
 * (1980). Without past steps it is plain steepest descent.
 */
function direction({ gradient }: Evaluation, steps: readonly Step[]): Float64Array {
  const bent = Float64Array.from(gradient, (slope) => -slope);
  const shares = steps.map(() => 0);
  for (let i = steps.length - 1; i >= 0; i--) {
    const { move, change } = steps[i] as Step;
    shares[i] = dot(move, bent) / dot(move, change);
    addScaled(bent, -at(shares, i), change);
  }
  const last = steps.at(-1);
  if (last) scale(bent, dot(last.move, last.change) / dot(last.change, last.change));
  steps.forEach(({ move, change }, i) => {
    addScaled(bent, at(shares, i) - dot(change, bent) / dot(move, change), move);
  });
  return bent;
}

/**
 * How far to go: as far as the slope has flattened but has not turned uphill as steeply, and the
 * value has not risen (the strong conditions of Wolfe); found by doubling and halving.
 */
function search<E extends Evaluation>(
  evaluate: (point: Float64Array) => E,
  { point, evaluation }: Place<E>,
  along: Float64Array,
): Place<E> | undefined {
  const flat = 0.9 * -dot(evaluation.gradient, along);
  if (!(flat > 0)) return undefined;
  const highest = evaluation.value + ROUNDING * Math.abs(evaluation.value);
  let [near, far, length] = [0, Infinity, 1];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const there = point.map((value, i) => value + length * (along[i] ?? 0));
    const found = evaluate(there);
    const slope = dot(found.gradient, along);
    if (!(found.value <= highest) || slope > flat) far = length;
    else if (slope < -flat) near = length;
    else return { point: there, evaluation: found };
    length = far < Infinity ? (near + far) / 2 : 2 * near;
  }
  return undefined;
}

function stepBetween(from: Place<Evaluation>, to: Place<Evaluation>): Step {
  const before = from.evaluation.gradient;
  return {
    move: to.point.map((value, i) => value - (from.point[i] ?? 0)),
    change: Float64Array.from(to.evaluation.gradient, (slope, i) => slope - (before[i] ?? 0)),
  };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  mustMatch(a, b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function scale(vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * factor;
}

function addScaled(vector: Float64Array, factor: number, other: Float64Array): void {
  mustMatch(vector, other);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) + factor * (other[i] ?? 0);
}

/** Once for two lists, and not for each of their numbers: these loops are the hot ones. */
function mustMatch(a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length === b.length) return;
  throw new RangeError(`nnlab met lists of ${a.length} and ${b.length} numbers as a pair.`);
}
