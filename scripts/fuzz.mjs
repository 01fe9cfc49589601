// Gives broken files to the readers: each must be read right, or refused in a sentence.
//   npm run fuzz [-- keras zip] [--minutes 10 | --seconds 60] [--seed 42] [--case 1234]
// Says its seed; with seed and number a case is made again. How to add a target: scripts/fuzz/lib/target.mjs.
import { randomInt } from 'node:crypto';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { keepInput, runTarget } from './fuzz/lib/run.mjs';
import { targetNames } from './fuzz/lib/target.mjs';

const AT_ONCE = 2;
const PATIENCE = 20_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '1' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    case: { type: 'string' },
  },
});

/** @param {string} text */
function number(text) {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  return end(`${text} is no number.`);
}

/** @param {string} sentence @returns {never} */
function end(sentence) {
  console.error(sentence);
  process.exit(2);
}

const seconds = options.seconds ? number(options.seconds) : 60 * number(options.minutes);
const seed = number(options.seed);
const range = options.case
  ? { first: number(options.case), last: number(options.case) }
  : { first: -1, last: 2 ** 31 };
const known = targetNames();
const targets = positionals.length > 0 ? positionals : known;
for (const name of targets) {
  if (!known.includes(name)) end(`There is no target ${name}; there are ${known.join(', ')}.`);
}

/** @param {string} target @returns {Promise<boolean>} whether all is well */
async function fuzz(target) {
  const work = { target, seed, ...range, end: Date.now() + seconds * 1000, patience: PATIENCE };
  const { read, refused, findings } = await runTarget(work);
  const all = read + refused + findings.length;
  console.log(
    `${target}: ${all} inputs, ${read} read, ${refused} refused, ${findings.length} wrong (seed ${seed})`,
  );
  for (const { case: number, wrong } of findings) {
    console.log(`✗ ${target}, case ${number}: ${wrong}`);
    console.log(`    kept as ${relative('.', await keepInput(work, number))}`);
  }
  return findings.length === 0 && all > 0;
}

let passed = 0;
const waiting = [...targets];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let target = waiting.shift(); target; target = waiting.shift()) {
      // Not `passed += await …`, which would forget what the others have added meanwhile.
      const isWell = await fuzz(target);
      passed += Number(isWell);
    }
  }),
);
console.log(`${passed} passed, ${targets.length - passed} failed, 0 skipped`);
process.exit(passed === targets.length ? 0 : 1);
