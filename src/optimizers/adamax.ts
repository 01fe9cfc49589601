import * as tf from '@tensorflow/tfjs-node';
import {
  KerasOptimizer,
  running,
  type After,
  type Before,
  type CommonSettings,
} from './keras-optimizer';

export interface AdamaxSettings extends CommonSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** Adam that divides by the largest gradient of late, not by a mean of squares. */
export class Adamax extends KerasOptimizer<AdamaxSettings> {
  static readonly className = 'Adamax';

  constructor(settings: AdamaxSettings) {
    super(settings, [
      { name: 'm', initial: 0 },
      { name: 'u', initial: 0 },
    ]);
  }

  protected override change({ weight, gradient, slots: [m, u] }: Before, step: tf.Scalar): After {
    const { beta1, beta2, epsilon } = this.settings;
    const mean = running(m as tf.Tensor, gradient, beta1);
    const largest = tf.maximum((u as tf.Tensor).mul(beta2), gradient.abs());
    const correction = tf.scalar(1).sub(tf.pow(beta1, step));
    const change = mean.mul(this.learningRate).div(largest.add(epsilon).mul(correction));
    return { weight: weight.sub(change), slots: [mean, largest] };
  }
}
