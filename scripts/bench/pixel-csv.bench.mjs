import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFashion, readPixelCsv, writePixelCsv } from 'nnlab';
import { seconds } from './lib/row.mjs';

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = [
  {
    name: 'read the training CSV, 60,000 x 785',
    compares:
      'the same 133 MB file from a warm disk cache, to labels and pixels as flat numbers: nnlab ' +
      'to bytes, each value checked; pandas to 64-bit numbers by read_csv and to_numpy, unchecked',
    target: { best: 0.8, median: 0.8 },
    prepare,
  },
];

/** @param {import('./lib/row.mjs').Bench} bench */
async function prepare({ startPeer }) {
  const fashion = await loadFashion();
  if (!fashion.complete) {
    throw new Error('This row needs the whole of Fashion-MNIST: run npm run data first.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const path = join(folder, 'train.csv');
  writePixelCsv(path, fashion.train);
  console.log(`  nnlab: peak memory ${ourPeak(path)} MB, alone in its process`);
  const pandas = await startPeer('pixel_csv.py');
  return {
    ours: () => seconds(() => readPixelCsv(path)),
    async theirs() {
      const answer = await pandas.ask({ read: path });
      console.log(`  pandas: peak memory ${Math.round(answer['peak_mb'])} MB so far`);
      return answer['seconds'];
    },
    close() {
      pandas.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The most memory a process takes that does nothing but read the file once, in MB.
 * @param {string} path
 */
function ourPeak(path) {
  const code =
    "require('nnlab/dist/data/csv-read').readPixelCsv(process.argv[1]);" +
    'console.log(Math.round(process.resourceUsage().maxRSS / 1000))';
  const cwd = join(import.meta.dirname, '..', '..');
  return execFileSync(process.execPath, ['-e', code, path], { cwd, encoding: 'utf8' }).trim();
}
