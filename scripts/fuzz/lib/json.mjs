// Changes of a JSON value: somewhere in it something else, nothing, or what stands elsewhere in it.
import { oneOf } from './mutations.mjs';

/** @typedef {import('./target.mjs').Random} Random */
/** @typedef {(string | number)[]} Place */

/** Values at which readers stumble. */
const ODD = [
  null,
  true,
  false,
  0,
  1,
  -1,
  3,
  0.5,
  1e308,
  -1e-300,
  2 ** 31,
  2 ** 53,
  '',
  'x',
  '__proto__',
  'constructor',
  'relu',
  'x'.repeat(5000),
  'ü "\n',
  [],
  [null],
  [1, 2],
  [[]],
  {},
  { class_name: 'Dense', config: {} },
  { class_name: 'function', config: 'mse' },
  { __proto__x: 1 },
];

/** @param {Random} random @param {unknown} value */
export function changeJson(random, value) {
  const places = placesIn(value);
  const [to, from] = [oneOf(random, places), oneOf(random, places)];
  const way = random.upTo(5);
  if (way === 0) return without(value, to);
  if (way === 1) return replaced(value, to, at(value, from));
  if (way === 2) return replaced(value, to, changedNumber(random, at(value, to)));
  if (way === 3) return replaced(value, to, many(random, at(value, to)));
  return replaced(value, to, oneOf(random, ODD));
}

/** @param {Random} random @param {unknown} value */
function changedNumber(random, value) {
  if (typeof value !== 'number') return random.upTo(10);
  return oneOf(random, [value + 1, value - 1, -value, value * 2, value / 2, value * 1e9]);
}

/** The same again and again.
 * @param {Random} random @param {unknown} value */
function many(random, value) {
  return Array.from({ length: oneOf(random, [1, 2, 3, 1000]) }, () => value);
}

/** The path of every value inside a value.
 * @param {unknown} value @returns {Place[]} */
function placesIn(value) {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[], ...inside.flatMap(([key, part]) => placesIn(part).map((place) => [key, ...place]))];
}

/** @param {unknown} value @param {Place} place @returns {unknown} */
function at(value, [key, ...rest]) {
  if (key === undefined) return value;
  return at(/** @type {Record<string | number, unknown>} */ (value)[key], rest);
}

/** @param {unknown} value @param {Place} place @param {unknown} by @returns {unknown} */
function replaced(value, [key, ...rest], by) {
  if (key === undefined) return by;
  const copy = copyOf(value);
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** @param {unknown} value @param {Place} place @returns {unknown} */
function without(value, [key, ...rest]) {
  if (key === undefined) return value;
  const copy = copyOf(value);
  if (rest.length > 0) copy[key] = without(copy[key], rest);
  else delete copy[key];
  return copy;
}

/** @param {unknown} value @returns {Record<string | number, unknown>} */
function copyOf(value) {
  const copy = Array.isArray(value) ? [...value] : { ...Object(value) };
  return /** @type {Record<string | number, unknown>} */ (copy);
}
