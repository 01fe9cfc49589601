// npm run data: puts the data sets into data/, from this machine or downloaded, each file verified.
//   npm run data -- --csv   writes Fashion-MNIST as two CSV files as well, 155 MB
import { parseArgs } from 'node:util';
// Not from 'nnlab' itself, which would load TensorFlow: this runs before all is set up.
import { csvPair } from 'nnlab/dist/data/csv-pair.js';
import { loadFashion } from 'nnlab/dist/data/load.js';
import { fillData } from 'nnlab/dist/data/fetch/fill.js';
import { surroundings } from 'nnlab/dist/data/fetch/obtain.js';
import { sources } from 'nnlab/dist/data/fetch/sources.js';

const { values: options } = parseArgs({ options: { csv: { type: 'boolean', default: false } } });

const summaries = [];
for (const source of Object.values(sources)) {
  const rows = await fillData(source, { ...surroundings, line: terminalLine });
  rows?.forEach(printRow);
  summaries.push(`${source.title} ${rows ? 'complete' : 'not available; lessons use the sample'}`);
}
if (options.csv) csvPair(await loadFashion());
// The last line is what set-up shows.
console.log(summaries.join(', '));

/** @param {import('nnlab/dist/data/fetch/fill.js').FilledRow} row */
function printRow({ file, bytes, from }) {
  const size = bytes.toLocaleString('en-US').padStart(10);
  console.log(`${file.padEnd(42)} ${size} bytes  verified  from ${from}`);
}

/** A line that is rewritten in place, where the output is a terminal. */
function terminalLine() {
  const clear = process.stdout.isTTY ? '\r\x1b[K' : '';
  return {
    /** @param {string} text */
    update: (text) => void (clear && process.stdout.write(clear + text)),
    /** @param {string} text */
    finish: (text) => console.log(clear + text),
  };
}
