import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dense128, disposeExamples, loadDigits, predictImages, toTensors } from 'nnlab';
import { seconds } from './lib/row.mjs';

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = [
  {
    name: 'predict 10,000 digits',
    compares:
      '784-128-10 on the same 10,000 images, already tensors, warm; nnlab makes the rows of a ' +
      'lesson (guess, confidence, all probabilities), Keras the bare matrix, batch 32 by default.',
    target: { best: 0.5, median: 0.5 },
    rounds: 9,
    prepare,
  },
];

/** @param {import('./lib/row.mjs').Bench} bench */
async function prepare({ startPeer }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const { test, complete } = await loadDigits();
  if (!complete) throw new Error('This row needs the whole of MNIST: run npm run data first.');
  writeFileSync(join(folder, 'images'), test.images.data);
  const examples = toTensors(test);
  const model = dense128();
  const keras = await startPeer('predict.py');
  await keras.ask({ load: join(folder, 'images') });
  // Once each, so that neither side pays for its first call.
  predictImages(model, examples);
  await keras.ask({});
  return {
    ours: () => seconds(() => predictImages(model, examples)),
    theirs: async () => (await keras.ask({})).seconds,
    close() {
      keras.close();
      disposeExamples(examples);
      model.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
