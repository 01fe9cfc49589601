import * as tf from '@tensorflow/tfjs-node';
import { plainError } from '../kernel/plain-error';
import type { EpochProgress } from '../engine/epoch';
import type { Measured } from '../engine/evaluate';
import { stepsDone } from '../tfjs/optimizer-state';
import { isFinite } from './finite';
import { numberIn } from '../tfjs/number-in';

/** The step in which training went astray, and what was found there. */
export interface Astray {
  readonly step: number;
  readonly found: string;
  /** Whether it was the loss of the step, which is computed before the weights change. */
  readonly inLoss?: boolean;
}

/** Whether an epoch of so many steps left numbers that nothing more can be learned from. */
export function astrayIn(
  model: tf.LayersModel,
  steps: number,
  learned: EpochProgress,
  validation: Measured | undefined,
): Astray | undefined {
  const { lostAt, loss } = learned;
  if (lostAt) return { step: lostAt, found: `the loss is ${loss}`, inLoss: true };
  // The last step has changed the weights after its loss was computed.
  if (!model.weights.every((weight) => isFinite(weight.read()))) {
    return { step: steps, found: 'some weights are NaN or infinite' };
  }
  if (validation && !Number.isFinite(validation.loss)) {
    return { step: steps, found: `the validation loss is ${validation.loss}` };
  }
  return undefined;
}

/** Where `train` was when it went astray, on what. */
export interface Where {
  readonly model: tf.LayersModel;
  readonly images: tf.Tensor;
  readonly epoch: number;
  readonly steps: number;
}

/** What `train` rejects with, when the model is put back: where, why, and what the model is now. */
export function astrayError({ step, found, inLoss }: Astray, where: Where): Error {
  const { model, epoch, steps } = where;
  const atOnce = inLoss && step === 1 && stepsDone(model.optimizer) === 0;
  const has = epoch === 1 ? 'from before the training' : `of epoch ${epoch - 1}`;
  return plainError(
    `Training went astray in epoch ${epoch}, step ${step} of ${steps}: ${found}. ` +
      `${atOnce ? unsuitable(where) : tooFast(where)} The model has the weights ${has} again.`,
  );
}

function unsuitable({ images }: Where): string {
  return (
    'It was so before anything was learned: either the images hold numbers too large ' +
    `(up to ${largest(images)}), or the loss does not suit the outputs.`
  );
}

function tooFast({ model, images }: Where): string {
  const rate = model.optimizer.getConfig()['learningRate'];
  const top = largest(images);
  const scale = top > 10 ? `, and divide the images by ${top}, their largest number` : '';
  return (
    `The learning rate${typeof rate === 'number' ? `, ${rate},` : ''} is most likely too large: ` +
    `each step overshoots further. Compile with a smaller one, a tenth, say${scale}.`
  );
}

function largest(images: tf.Tensor): number {
  return tf.tidy(() => numberIn(images.abs().max()));
}
