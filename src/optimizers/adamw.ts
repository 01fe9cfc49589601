import * as tf from '@tensorflow/tfjs-node';
import {
  KerasOptimizer,
  running,
  type After,
  type Before,
  type CommonSettings,
} from './keras-optimizer';

export interface AdamWSettings extends CommonSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

/** Adam that besides shrinks every weight by a small share in each step. */
export class AdamW extends KerasOptimizer<AdamWSettings> {
  static readonly className = 'AdamW';

  constructor(settings: AdamWSettings) {
    super(settings, [
      { name: 'm', initial: 0 },
      { name: 'v', initial: 0 },
    ]);
  }

  protected override change({ weight, gradient, slots: [m, v] }: Before, step: tf.Scalar): After {
    const { beta1, beta2, epsilon, weightDecay } = this.settings;
    const mean = running(m as tf.Tensor, gradient, beta1);
    const square = running(v as tf.Tensor, gradient.square(), beta2);
    const rate = tf.scalar(1).sub(tf.pow(beta2, step)).sqrt().mul(this.learningRate);
    const corrected = rate.div(tf.scalar(1).sub(tf.pow(beta1, step)));
    const decayed = weight.sub(weight.mul(weightDecay * this.learningRate));
    return {
      weight: decayed.sub(mean.mul(corrected).div(square.sqrt().add(epsilon))),
      slots: [mean, square],
    };
  }
}
