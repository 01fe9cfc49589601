import { dense128, loadFashion, train } from 'nnlab';
import { secondEpoch } from './lib/epoch.mjs';
import { fashionInFolder, trainingRows } from './lib/images.mjs';

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = [
  {
    name: 'epoch, 784-128-10, Adam, to C and OpenBLAS',
    compares:
      'CPU seconds of one epoch of 54,000 Fashion-MNIST images at batch 32 and validation on 6,000: the second epoch ' +
      'of a call of train, with progress and Stop on, against floor.c on one thread, which does the same ' +
      'arithmetic and nothing else.',
    target: { best: 1.3, median: 1.3 },
    rounds: 9,
    async prepare({ startPeer }) {
      const data = await loadFashion();
      const { folder, remove } = fashionInFolder(data);
      const floor = await startPeer('floor.py');
      await floor.ask({ load: folder });
      const { dispose, ...training } = trainingRows(data);
      const model = dense128();
      model.compile({
        optimizer: 'adam',
        loss: 'sparseCategoricalCrossentropy',
        metrics: ['accuracy'],
      });
      return {
        ours: () => secondEpoch(train, model, training, processorTime),
        theirs: async () => (await floor.ask({ do: 'fit' })).seconds,
        close() {
          floor.close();
          remove();
          dispose();
          model.dispose();
        },
      };
    },
  },
];

/** Of all threads, in milliseconds: both sides keep one busy, and what else the machine does counts for neither. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
