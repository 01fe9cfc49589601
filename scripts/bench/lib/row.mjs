/**
 * How to add a row to `npm run bench`: write `scripts/bench/<subject>.bench.mjs` that exports
 * `rows`, an array of these. Each row says what both sides do and how to time it once:
 *
 *     export const rows = [{
 *       name: 'read the training CSV',
 *       compares: 'the same 60,000 x 785 file from a warm disk cache; pandas.read_csv',
 *       target: { best: 0.5 },
 *       async prepare({ startPeer }) {
 *         const pandas = await startPeer('csv.py');   // scripts/bench/csv.py
 *         return {
 *           ours: () => seconds(() => readCsv(path)), // one run, in seconds
 *           theirs: async () => (await pandas.ask({ read: path })).seconds,
 *           close: () => pandas.close(),
 *         };
 *       },
 *     }];
 *
 * Both sides time themselves, so that starting Python or warming up counts for neither; the
 * runner calls them in turn, round after round. The Python side is
 * `worker.answer_all(…)` of scripts/bench/worker.py: one JSON question a line, one answer a line.
 *
 * @typedef {object} Row
 * @property {string} name what is done, in a few words
 * @property {string} compares what is the same on both sides, and what is not (cold or warm)
 * @property {'s' | 'MB'} [unit] of what is measured, seconds unless said
 * @property {Target} [target]
 * @property {number} [rounds] how often, where the row is too slow or too quick for the default
 * @property {(bench: Bench) => Promise<Contest>} prepare sets up both sides, untimed
 *
 * @typedef {object} Target
 * @property {number} [best] ours divided by theirs, at most
 * @property {number} [median] the same
 * @property {number} [seconds] the median of ours, at most, whatever theirs is
 *
 * @typedef {object} Bench
 * @property {(script: string) => Promise<import('./peer.mjs').Peer>} startPeer
 *
 * @typedef {object} Contest
 * @property {() => Promise<number>} ours seconds of one run, or megabytes
 * @property {() => Promise<number>} theirs the same
 * @property {() => unknown} [close] frees both sides
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {string} compares
 * @property {'s' | 'MB'} unit
 * @property {Target | undefined} target
 * @property {number[]} ours
 * @property {number[]} theirs
 */

/**
 * Seconds that one call takes, promise included.
 * @param {() => unknown} work
 */
export async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
