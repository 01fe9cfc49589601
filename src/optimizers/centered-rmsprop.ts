import type * as tf from '@tensorflow/tfjs-node';
import { KerasOptimizer, type After, type Before, type CommonSettings } from './keras-optimizer';

export interface CenteredRMSPropSettings extends CommonSettings {
  readonly decay: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly centered: boolean;
}

/**
 * RMSProp that divides by the spread of the gradients around their mean. tfjs subtracts epsilon
 * under the root instead of adding it, so that a weight with steady gradients becomes NaN.
 */
export class CenteredRMSProp extends KerasOptimizer<CenteredRMSPropSettings> {
  static readonly className = 'RMSProp';
  /** Tells it from the other RMSProp, for which TensorFlow has a kernel. */
  readonly centered = true;

  constructor(settings: CenteredRMSPropSettings) {
    super(settings, [
      { name: 'rms', initial: 0 },
      { name: 'momentum', initial: 0 },
      { name: 'mg', initial: 0 },
    ]);
  }

  protected override change({ weight, gradient, slots }: Before): After {
    const { decay, momentum, epsilon } = this.settings;
    const [gathered, velocity, mean] = slots as [tf.Tensor, tf.Tensor, tf.Tensor];
    const towards = (old: tf.Tensor, value: tf.Tensor) => old.mul(decay).add(value.mul(1 - decay));
    const squares = towards(gathered, gradient.square());
    const newMean = towards(mean, gradient);
    const spread = squares.sub(newMean.square()).add(epsilon).sqrt();
    const change = velocity.mul(momentum).add(gradient.mul(this.learningRate).div(spread));
    return { weight: weight.sub(change), slots: [squares, change, newMean] };
  }
}
