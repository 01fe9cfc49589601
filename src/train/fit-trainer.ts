import * as tf from '@tensorflow/tfjs-node';
import type { Examples } from '../data/tensors';
import { MILLISECONDS_BETWEEN_LOOKS, type EpochProgress, type EpochTrainer } from './epoch';
import { measuredFrom } from './evaluate';

/** Trains by tfjs's own `fit`, one epoch a call: slower, but it takes any layer. */
export function fitTrainer(
  model: tf.LayersModel,
  examples: Examples,
  batchSize: number,
): EpochTrainer {
  return {
    async run(order, _epoch, onProgress) {
      const ordered = inOrder(examples, order);
      const mean = runningMean(model);
      let looked = Date.now();
      try {
        await model.fit(ordered.images, ordered.labels, {
          batchSize,
          shuffle: false,
          verbose: 0,
          yieldEvery: 'never',
          callbacks: {
            onBatchEnd: async (_batch, logs) => {
              mean.add(logs ?? {});
              if (Date.now() - looked < MILLISECONDS_BETWEEN_LOOKS) return;
              looked = Date.now();
              if (!(await onProgress(mean.soFar()))) model.stopTraining = true;
            },
          },
        });
      } finally {
        tf.dispose([ordered.images, ordered.labels]);
      }
      return mean.soFar();
    },
    dispose: () => undefined,
  };
}

function inOrder({ images, labels }: Examples, order: Int32Array): Examples {
  return tf.tidy(() => {
    const rows = tf.tensor1d(order, 'int32');
    return { images: images.gather(rows), labels: labels.gather(rows) };
  });
}

/** The mean over batches, each weighing as many examples as it has. */
function runningMean(model: tf.LayersModel) {
  const sums = model.metricsNames.map(() => 0);
  let [steps, examples] = [0, 0];
  return {
    add(logs: tf.Logs): void {
      const size = Number(logs['size']);
      model.metricsNames.forEach((name, i) => {
        sums[i] = (sums[i] ?? 0) + Number(logs[name]) * size;
      });
      steps += 1;
      examples += size;
    },
    soFar: (): EpochProgress => ({
      steps,
      ...measuredFrom(
        model,
        sums.map((sum) => sum / examples),
      ),
    }),
  };
}
