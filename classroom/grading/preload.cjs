// `node --require` this file before tslab: the kernel in which submissions are graded. What the checks use is
// taken here, before a line of the learner's has run, so that nothing a notebook overwrites reaches it.
'use strict';
const { rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = process.env['NNLAB_ROOT'] ?? '';
const tf = require(join(root, 'node_modules/@tensorflow/tfjs-node'));
const { currentSeed } = require(join(root, 'dist/random/random.js'));
const nnlab = { ...require(join(root, 'dist/index.js')), currentSeed };
const { watchNetworks } = require('./witness.cjs');
const { checksOf } = require('./checks.cjs');

process.exit = () => {
  throw new Error('process.exit would end the kernel, and with it everything that is not saved.');
};

const witness = watchNetworks(tf, root);
Object.defineProperty(globalThis, 'nnlabGrading', {
  value: Object.freeze(checksOf({ tf, nnlab, witness })),
});
// A copy made for this kernel: what has been read need not be read by a notebook. Node loads this file again in
// each worker, and finds it empty.
writeFileSync(__filename, '');
for (const file of ['checks.cjs', 'witness.cjs', 'shut-in.sh']) rmSync(join(__dirname, file));
