// The numbered inputs of a target: the same seed and number make the same bytes again.
import { Mersenne } from 'nnlab/dist/random/mersenne.js';

/** The exit code of a process at work that is to be replaced before the next case. */
export const ANEW = 75;

/** From case 0 on inputs are changed; the good ones themselves have the numbers below.
 * @param {import('./target.mjs').Target} target @param {number} seed */
export function casesOf(target, seed) {
  const good = target.seeds();
  return {
    first: -good.length,
    /** @param {number} number @returns {Uint8Array} */
    input(number) {
      const random = new Mersenne([seed, Math.max(0, number)]);
      const place = number < 0 ? number + good.length : random.upTo(good.length - 1);
      const bytes = Uint8Array.from(good[place] ?? []);
      return number < 0 ? bytes : target.mutate(random, bytes);
    },
  };
}
