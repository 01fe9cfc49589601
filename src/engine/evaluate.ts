import * as tf from '@tensorflow/tfjs-node';
import { examplesFor, type TrainingExamples } from './examples';
import { mustBeModel, mustBeTensors } from './usable';
import { at } from '../checks/at';
import { numberIn } from '../tfjs/number-in';

/** How far off a model is on average, and how often it is right. */
export interface Measured {
  readonly loss: number;
  /** NaN where the model was compiled without `metrics: ['accuracy']`. */
  readonly accuracy: number;
  /** Other metrics that the model was compiled with, by tfjs's names. */
  readonly metrics?: Readonly<Record<string, number>>;
}

/** Large enough that few calls are made, small enough for the processor's cache. */
const ROWS_A_CALL = 1000;

/**
 * Loss and accuracy of a compiled model on examples, as `model.evaluate` has them, but quick.
 * @example
 * ```ts
 * import { dense128, evaluate, loadFashion, toTensors } from 'nnlab';
 * const fashion = await loadFashion();
 * const model = dense128();
 * model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
 * console.log(evaluate(model, toTensors(fashion.test)));
 * ```
 */
export function evaluate(model: tf.LayersModel, examples: TrainingExamples): Measured {
  mustBeModel('evaluate', model);
  mustBeTensors('evaluate', examples);
  const values = tf.tidy(() => {
    const { images, labels } = examplesFor(model, examples);
    const answer = model.evaluate(images, labels, { batchSize: ROWS_A_CALL });
    return (Array.isArray(answer) ? answer : [answer]).map(numberIn);
  });
  return measuredFrom(model, values);
}

/** tfjs gives the loss and the metrics in a row; `acc` is its name for accuracy. */
export function measuredFrom(model: tf.LayersModel, values: readonly number[]): Measured {
  const named = model.metricsNames.map((name, i) => [name, at(values, i)] as const);
  const [[, loss] = ['', NaN], ...rest] = named;
  const accuracy = rest.find(([name]) => /^acc|accuracy$/i.test(name));
  const others = rest.filter((metric) => metric !== accuracy);
  return {
    loss,
    accuracy: accuracy?.[1] ?? NaN,
    ...(others.length > 0 && { metrics: Object.fromEntries(others) }),
  };
}
