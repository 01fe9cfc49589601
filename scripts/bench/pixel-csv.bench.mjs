import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFashion } from 'nnlab';
import { readPixelCsv } from 'nnlab/dist/data/csv-read.js';
import { writePixelCsv } from 'nnlab/dist/data/csv-write.js';
import { seconds } from './lib/row.mjs';

const COMPARES =
  'the same 133 MB file from a warm disk cache, to labels and pixels as flat numbers: nnlab ' +
  'to bytes, each value checked; pandas to 64-bit numbers by read_csv and to_numpy, unchecked; ' +
  'fresh: the first reading of a new process that has loaded its library; again: any later one';

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = [
  {
    name: 'read the training CSV, 60,000 x 785, fresh',
    compares: COMPARES,
    target: { best: 0.5, median: 0.5 },
    prepare: (bench) => prepare(bench, freshReader),
  },
  {
    name: 'read the training CSV, 60,000 x 785, again',
    compares: COMPARES,
    target: { best: 0.5, median: 0.5 },
    prepare: (bench) => prepare(bench, sameReader),
  },
];

/** How one side's time for a reading of the file is had, and what to do at the end.
 * @typedef {{ ours(path: string): Promise<number>, theirs(path: string): Promise<number>, close(): void }} Reader */

/**
 * @param {import('./lib/row.mjs').Bench} bench
 * @param {(bench: import('./lib/row.mjs').Bench) => Promise<Reader>} readerOf
 */
async function prepare(bench, readerOf) {
  const fashion = await loadFashion();
  if (!fashion.complete) {
    throw new Error('This row needs the whole of Fashion-MNIST: run npm run data first.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const path = join(folder, 'train.csv');
  writePixelCsv(path, fashion.train);
  const reader = await readerOf(bench);
  return {
    ours: () => reader.ours(path),
    theirs: () => reader.theirs(path),
    close() {
      reader.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Both sides in processes that go on; the first reading of each is not timed.
 * @param {import('./lib/row.mjs').Bench} bench @returns {Promise<Reader>} */
async function sameReader({ startPeer }) {
  const pandas = await startPeer('pixel_csv.py');
  const read = { ours: false, theirs: false };
  return {
    async ours(path) {
      if (!read.ours) readPixelCsv(path);
      read.ours = true;
      return seconds(() => readPixelCsv(path));
    },
    async theirs(path) {
      if (!read.theirs) await pandas.ask({ read: path });
      read.theirs = true;
      return (await pandas.ask({ read: path }))['seconds'];
    },
    close: () => pandas.close(),
  };
}

/** Each reading in a process of its own.
 * @param {import('./lib/row.mjs').Bench} bench @returns {Promise<Reader>} */
async function freshReader({ startPeer }) {
  return {
    async ours(path) {
      const { seconds, peak } = ourFresh(path);
      console.log(`  nnlab: peak memory ${peak} MB`);
      return seconds;
    },
    async theirs(path) {
      const pandas = await startPeer('pixel_csv.py');
      const answer = await pandas.ask({ read: path });
      pandas.close();
      console.log(`  pandas: peak memory ${Math.round(answer['peak_mb'])} MB`);
      return answer['seconds'];
    },
    close: () => undefined,
  };
}

/**
 * Reads the file in a new process; answers its seconds and the most memory it took, in MB.
 * @param {string} path @returns {{ seconds: number, peak: number }}
 */
function ourFresh(path) {
  const code = `
    const { readPixelCsv } = require('nnlab/dist/data/csv-read.js');
    const start = performance.now();
    readPixelCsv(process.argv[1]);
    const seconds = (performance.now() - start) / 1000;
    const peak = Math.round(process.resourceUsage().maxRSS / 1000);
    console.log(JSON.stringify({ seconds, peak }));`;
  const cwd = join(import.meta.dirname, '..', '..');
  return JSON.parse(execFileSync(process.execPath, ['-e', code, path], { cwd, encoding: 'utf8' }));
}
