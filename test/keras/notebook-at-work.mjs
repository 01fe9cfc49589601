// Writes what lessons write, as a notebook of its own would: tables, a model, the predictor's images.
// node notebook-at-work.mjs START, the moment in ms at which all of them begin
import '../../scripts/before-tensorflow.cjs';
import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import * as nn from 'nnlab';
import { readPixelCsv } from 'nnlab/dist/data/csv-read.js';
import { fashionSample } from 'nnlab/dist/data/embedded.js';
import { allTestImagesFile } from 'nnlab/dist/show/predictor/all-images.js';

const sample = fashionSample();
const images = nn.joinRows(sample.test, sample.train);
const model = nn.dense128();
let found = '';
await wait(Number(argv[2]) - Date.now());
for (let round = 0; round < 5; round++) {
  const { train } = nn.csvPair(sample);
  await nn.saveModel(model, 'same.keras');
  const loaded = await nn.loadModel('same.keras');
  const file = readFileSync(allTestImagesFile(images, sample.name));
  const count = gunzipSync(file).length / (28 * 28 + 1);
  const rows = readPixelCsv(train).labels.length;
  found = `${rows} rows, ${loaded.countParams()} parameters, ${count} test images`;
}
stdout.write(found);
