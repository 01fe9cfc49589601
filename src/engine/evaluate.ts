import * as tf from '@tensorflow/tfjs-node';
import { examplesFor, type TrainingExamples } from './examples';

/** How far off a model is on average, and how often it is right. */
export interface Measured {
  readonly loss: number;
  /** NaN where the model was compiled without `metrics: ['accuracy']`. */
  readonly accuracy: number;
}

/** Large enough that few calls are made, small enough for the processor's cache. */
const ROWS_A_CALL = 1000;

/** Loss and accuracy of a compiled model on examples, as `model.evaluate` has them, but quick. */
export function evaluate(model: tf.LayersModel, examples: TrainingExamples): Measured {
  const values = tf.tidy(() => {
    const { images, labels } = examplesFor(model, examples);
    const answer = model.evaluate(images, labels, { batchSize: ROWS_A_CALL });
    return (Array.isArray(answer) ? answer : [answer]).map((value) => value.dataSync()[0] ?? NaN);
  });
  return measuredFrom(model, values);
}

/** tfjs gives the loss and the metrics in a row; `acc` is its name for accuracy. */
export function measuredFrom(model: tf.LayersModel, values: readonly number[]): Measured {
  const accuracyAt = model.metricsNames.findIndex((name) => /^acc|accuracy$/i.test(name));
  return { loss: values[0] ?? NaN, accuracy: values[accuracyAt] ?? NaN };
}
