import * as tf from '@tensorflow/tfjs-node';
import {
  KerasOptimizer,
  running,
  variable,
  type After,
  type Before,
  type CommonSettings,
} from './keras-optimizer';

export interface NadamSettings extends CommonSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** How fast the momentum grows to its full share. */
const SCHEDULE = 0.96;

/** Adam with Nesterov's look ahead: the momentum of the next step already counts. */
export class Nadam extends KerasOptimizer<NadamSettings> {
  static readonly className = 'Nadam';
  /** The momenta of all steps so far, multiplied. */
  readonly uProduct = variable(1);

  constructor(settings: NadamSettings) {
    super(settings, [
      { name: 'm', initial: 0 },
      { name: 'v', initial: 0 },
    ]);
  }

  protected override beginStep(step: tf.Scalar): void {
    this.uProduct.assign(this.uProduct.mul(this.momentumAt(step)));
  }

  private momentumAt(step: tf.Tensor): tf.Tensor {
    return tf.scalar(1).sub(tf.pow(SCHEDULE, step).mul(0.5)).mul(this.settings.beta1);
  }

  protected override change({ weight, gradient, slots: [m, v] }: Before, step: tf.Scalar): After {
    const { beta1, beta2, epsilon } = this.settings;
    const one = tf.scalar(1);
    const [now, next] = [this.momentumAt(step), this.momentumAt(step.add(1))];
    const mean = running(m as tf.Tensor, gradient, beta1);
    const square = running(v as tf.Tensor, gradient.square(), beta2);
    const ahead = mean.mul(next).div(one.sub(this.uProduct.mul(next)));
    const direction = ahead.add(gradient.mul(one.sub(now)).div(one.sub(this.uProduct)));
    const size = square.div(one.sub(tf.pow(beta2, step))).sqrt();
    return {
      weight: weight.sub(direction.mul(this.learningRate).div(size.add(epsilon))),
      slots: [mean, square],
    };
  }

  override dispose(): void {
    super.dispose();
    this.uProduct.dispose();
  }
}
