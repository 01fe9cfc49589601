import { disposeExamples, joinRows, loadDigits, logisticNetwork } from 'nnlab';
import { splitLikeScikit, toTensors, trainLogistic } from 'nnlab';
import { imagesInFolder } from './lib/images.mjs';

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = [
  {
    name: 'logistic regression, 56,000 digits',
    compares:
      'S18 on the same 56,000 x 784 values, both with the penalty C = 1 and their own defaults: ' +
      'nnlab goes on to slopes of 0.00001, scikit-learn (64-bit numbers) to 0.0001; ' +
      'data are in memory, preparations are counted.',
    target: { best: 0.5, median: 0.5 },
    prepare,
  },
];

/** @param {import('./lib/row.mjs').Bench} bench */
async function prepare({ startPeer }) {
  const digits = await loadDigits();
  if (!digits.complete) {
    throw new Error('This row needs the whole of MNIST: run npm run data first.');
  }
  const { train } = splitLikeScikit(joinRows(digits.train, digits.test), 0.2, 42);
  const { folder, remove } = imagesInFolder([train]);
  const examples = toTensors(train);
  const model = logisticNetwork();
  const scikit = await startPeer('logistic.py');
  await scikit.ask({ load: folder });
  return {
    async ours() {
      const fit = await trainLogistic(model, examples);
      console.log(`  nnlab: loss with penalty ${fit.penalizedLoss.toFixed(6)}`);
      return fit.seconds;
    },
    async theirs() {
      const { seconds, penalizedLoss, iterations } = await scikit.ask({});
      const loss = penalizedLoss.toFixed(6);
      console.log(`  scikit-learn: loss with penalty ${loss}, ${iterations} iterations`);
      return seconds;
    },
    close() {
      scikit.close();
      disposeExamples(examples);
      model.dispose();
      remove();
    },
  };
}
