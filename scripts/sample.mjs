// Makes data/sample from the full Fashion-MNIST: the first images of each class, in the
// published order, so that row 0 is an ankle boot here too.  node scripts/sample.mjs
import { join } from 'node:path';
import { loadFashion } from 'nnlab/dist/data/load.js';
import { writeIdx } from 'nnlab/dist/data/idx-file.js';
import { pickRows } from 'nnlab/dist/data/rows.js';

const TRAIN_PER_CLASS = 300;
const TEST_PER_CLASS = 50;
const folder = join(import.meta.dirname, '..', 'data', 'sample', 'fashion-mnist');

const fashion = await loadFashion();
if (!fashion.complete) throw new Error('The sample is made from the full set; run: npm run data');
write('train', firstOfEachClass(fashion.train, TRAIN_PER_CLASS));
write('t10k', firstOfEachClass(fashion.test, TEST_PER_CLASS));

/**
 * @param {import('nnlab/dist/data/dataset.js').LabelledImages} examples
 * @param {number} perClass
 */
function firstOfEachClass(examples, perClass) {
  const taken = new Array(10).fill(0);
  /** @type {number[]} */
  const rows = [];
  examples.labels.forEach((label, row) => {
    if (taken[label]++ < perClass) rows.push(row);
  });
  return pickRows(examples, rows);
}

/**
 * @param {string} name
 * @param {import('nnlab/dist/data/dataset.js').LabelledImages} part
 */
function write(name, { images, labels }) {
  writeIdx(join(folder, `${name}-images-idx3-ubyte.gz`), images);
  writeIdx(join(folder, `${name}-labels-idx1-ubyte.gz`), { shape: [labels.length], data: labels });
  console.log(`${name}: ${labels.length} images`);
}
