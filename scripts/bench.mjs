// Measures nnlab against Python, both sides in turn: npm run bench [-- words of a row] [--rounds 5]
// What a row is and how to add one: scripts/bench/lib/row.mjs.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startPeer } from './bench/lib/peer.mjs';
import { printTable, writeJson } from './bench/lib/report.mjs';

/** @typedef {import('./bench/lib/row.mjs').Row} Row */
/** @typedef {import('./bench/lib/row.mjs').Result} Result */

const { values: options, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
});

/** @returns {Promise<Row[]>} */
async function allRows() {
  const folder = new URL('./bench/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.bench.mjs'));
  const modules = await Promise.all(files.sort().map((file) => import(new URL(file, folder).href)));
  return modules.flatMap((module) => module.rows);
}

/**
 * One row: the side that begins changes every round, so that neither always meets a warm machine.
 * @param {Row} row
 * @returns {Promise<Result>}
 */
async function run(row) {
  const { unit = 's' } = row;
  const contest = await row.prepare({ startPeer });
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const theirs = [];
  const turns = [
    async () => ours.push(await contest.ours()),
    async () => theirs.push(await contest.theirs()),
  ];
  const rounds = row.rounds ?? Number(options.rounds);
  try {
    for (let round = 0; round < rounds; round++) {
      for (const turn of round % 2 ? [...turns].reverse() : turns) await turn();
      console.log(
        `  ${row.name}, ${round + 1}/${rounds}: ${ours.at(-1)} ${unit}, ${theirs.at(-1)} ${unit}`,
      );
    }
  } finally {
    await contest.close?.();
  }
  return { name: row.name, compares: row.compares, unit, target: row.target, ours, theirs };
}

const known = await allRows();
const rows = known.filter((row) => words.every((word) => row.name.includes(word)));
if (!rows.length) {
  const names = known.map(({ name }) => `  ${name}`).join('\n');
  console.error(`No row is called ${words.join(' ')}. There are:\n${names}`);
  process.exit(2);
}
/** @type {Result[]} */
const results = [];
for (const row of rows) results.push(await run(row));
printTable(results);
// A few chosen rows must not take the place of a whole run.
writeJson(results, words.length ? 'build/bench-part.json' : 'build/bench.json');
