import * as tf from '@tensorflow/tfjs-node';
import type { EpochTrainer } from '../../src/engine/epoch';
import type { TrainingExamples } from '../../src/engine/examples';
import { keyDropout } from '../../src/engine/keyed-dropout';
import { RunningMean } from '../../src/engine/running-mean';

/** Trains by tfjs's own `fit`, one epoch a call: what the library's own ways are held against. */
export function fitTrainer(
  model: tf.LayersModel,
  examples: TrainingExamples,
  batchSize: number,
): EpochTrainer {
  const unkeyDropout = keyDropout(model);
  return {
    async run(order, onProgress) {
      const ordered = inOrder(examples, order);
      const mean = new RunningMean(model);
      const onBatchEnd = async (_batch: number, logs: tf.Logs = {}) => {
        const size = Number(logs['size']);
        const results = model.metricsNames.map((name) => Number(logs[name]) * size);
        mean.count(
          mean.sums.map((sum, i) => sum + (results[i] ?? NaN)),
          1,
          size,
        );
        if (!(await onProgress(mean.soFar()))) model.stopTraining = true;
      };
      try {
        await model.fit(ordered.images, ordered.labels, {
          batchSize,
          shuffle: false,
          verbose: 0,
          yieldEvery: 'never',
          callbacks: { onBatchEnd },
        });
      } finally {
        tf.dispose([ordered.images, ordered.labels]);
      }
      return mean.soFar();
    },
    dispose: unkeyDropout,
  };
}

function inOrder({ images, labels }: TrainingExamples, order: Int32Array): TrainingExamples {
  return tf.tidy(() => {
    const places = tf.tensor1d(order, 'int32');
    return { images: images.gather(places), labels: labels.gather(places) };
  });
}
