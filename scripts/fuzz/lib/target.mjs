// What a target of the fuzzing is. To add one, write scripts/fuzz/<name>.mjs with these four exports.
import { readdirSync } from 'node:fs';

/** @typedef {import('nnlab/dist/random/mersenne.js').Mersenne} Random */

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {() => Uint8Array[]} seeds good inputs to begin with; each of them must be read
 * @property {(random: Random, bytes: Uint8Array) => Uint8Array} mutate changes a copy of a good input;
 *   depends on `random` alone, so that a case can be made again from its seed and number
 * @property {(bytes: Uint8Array) => Verdict | Promise<Verdict>} judge gives the bytes to the reader;
 *   throws what is wrong: other data than the bytes hold, or an error that is no sentence for a reader
 */

/** @typedef {'read' | 'refused'} Verdict */

const folder = new URL('../', import.meta.url);

/** @returns {string[]} */
export function targetNames() {
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  return files.map((name) => name.slice(0, -'.mjs'.length)).sort();
}

/** @param {string} nameOrUrl of a target here, or the address of one elsewhere @returns {Promise<Target>} */
export async function loadTarget(nameOrUrl) {
  const isUrl = nameOrUrl.startsWith('file:');
  return import(isUrl ? nameOrUrl : new URL(`${nameOrUrl}.mjs`, folder).href);
}
