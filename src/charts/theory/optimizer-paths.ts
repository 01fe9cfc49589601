import { Mersenne } from '../../random/mersenne';

/** A place on the surface: the two numbers to be learned. */
export type Place = readonly [w: number, b: number];
type Gradient = (at: Place, step: number) => Place;

/** How one optimizer walked: where it was after each step. */
export interface OptimizerPath {
  readonly name: string;
  readonly places: readonly Place[];
}

const POINTS = 64;
const MINI_BATCH = 8;
const STEPS = 40;
const START: Place = [-2.4, 2.6];
const RATE = 0.06;
const MOMENTUM = 0.8;

/** Noisy points around the line y = 0.6 x - 0.4: a line y = w x + b is to be fitted to them. */
const DATA = noisyPoints();

function noisyPoints(): readonly Place[] {
  const random = new Mersenne(42);
  return Array.from({ length: POINTS }, () => {
    const x = 4.4 * random.fraction() - 1.2;
    const noise = 1.6 * (random.fraction() - 0.5);
    return [x, 0.6 * x - 0.4 + noise] as const;
  });
}

/** The mean squared error of the line y = w x + b over all points. */
export function surface([w, b]: Place): number {
  return DATA.reduce((sum, [x, y]) => sum + (w * x + b - y) ** 2, 0) / POINTS;
}

function slopeOver(points: readonly Place[], [w, b]: Place): Place {
  const errors = points.map(([x, y]) => [x, w * x + b - y] as const);
  const mean = (part: (x: number, error: number) => number) =>
    errors.reduce((sum, [x, error]) => sum + 2 * part(x, error), 0) / points.length;
  return [mean((x, error) => error * x), mean((_, error) => error)];
}

const overAll: Gradient = (at) => slopeOver(DATA, at);

/** The slope over a few points drawn by chance: quick to compute, but it points only roughly. */
function overSome(count: number): Gradient {
  const random = new Mersenne([42, count]);
  return (at) => {
    const drawn = Array.from({ length: count }, () => DATA[random.upTo(POINTS - 1)] ?? START);
    return slopeOver(drawn, at);
  };
}

const plus = ([a, b]: Place, [c, d]: Place, factor = 1): Place => [a + factor * c, b + factor * d];

/** Each step goes against the slope. */
function descend(gradient: Gradient): readonly Place[] {
  const places = [START];
  for (let step = 0; step < STEPS; step++) {
    const at = places[step] ?? START;
    places.push(plus(at, gradient(at, step), -RATE));
  }
  return places;
}

/** Each step keeps a part of the last one; Nesterov looks at the slope where that part leads. */
function roll(lookAhead: boolean): readonly Place[] {
  const places = [START];
  let velocity: Place = [0, 0];
  for (let step = 0; step < STEPS; step++) {
    const at = places[step] ?? START;
    const where = lookAhead ? plus(at, velocity, MOMENTUM) : at;
    velocity = plus([MOMENTUM * velocity[0], MOMENTUM * velocity[1]], overAll(where, step), -RATE);
    places.push(plus(at, velocity));
  }
  return places;
}

/** The five optimizers of the lessons, from the same start with the same learning rate. */
export function optimizerPaths(): readonly OptimizerPath[] {
  return [
    { name: 'Gradient descent', places: descend(overAll) },
    { name: 'Stochastic gradient descent', places: descend(overSome(1)) },
    { name: 'Mini-batch gradient descent', places: descend(overSome(MINI_BATCH)) },
    { name: 'Momentum', places: roll(false) },
    { name: 'Nesterov accelerated gradient', places: roll(true) },
  ];
}
