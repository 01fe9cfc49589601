// A target at work in a process of its own, so that a hang or a crash ends nothing but this process.
import { ANEW, casesOf } from './cases.mjs';
import { loadTarget } from './target.mjs';

/**
 * @typedef {object} Work
 * @property {string} target
 * @property {number} seed
 * @property {number} first the case to begin with; -1 for the good inputs before it
 * @property {number} last
 * @property {number} end when to stop, in milliseconds since 1970
 * @property {number} patience milliseconds a single case may take
 */

/** What the parent hears: which case begins, and how it ended.
 * @typedef {{ case: number, verdict?: string, wrong?: string }} Message */

const MOST_MEGABYTES = 1024;

/** @type {Work} */
const work = JSON.parse(process.argv[2] ?? '');
const target = await loadTarget(work.target);
const cases = casesOf(target, work.seed);

/** @param {number} number @returns {Promise<{ verdict: string, wrong?: string }>} */
async function judge(number) {
  try {
    const verdict = await target.judge(cases.input(number));
    if (number < 0 && verdict !== 'read') throw new Error('a good input is refused');
    if (megabytesTaken() > MOST_MEGABYTES) {
      throw new Error(`the reader took ${megabytesTaken()} MB of memory`);
    }
    return { verdict };
  } catch (error) {
    return { verdict: 'wrong', wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** At most, since the process began: it does not fall again. */
const megabytesTaken = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** @param {Message} message */
const tell = (message) => new Promise((resolve) => process.send?.(message, resolve));

let number = work.first < 0 ? cases.first : work.first;
for (; number <= work.last && (number < 0 || Date.now() < work.end); number++) {
  await tell({ case: number });
  await tell({ case: number, ...(await judge(number)) });
  if (megabytesTaken() > MOST_MEGABYTES) process.exit(ANEW);
}
process.exit(0);
