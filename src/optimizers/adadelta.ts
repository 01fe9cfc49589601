import type * as tf from '@tensorflow/tfjs-node';
import { KerasOptimizer, type After, type Before, type CommonSettings } from './keras-optimizer';

export interface AdadeltaSettings extends CommonSettings {
  readonly rho: number;
  readonly epsilon: number;
}

/** Steps as long as those of late, measured against the gradients of late. */
export class Adadelta extends KerasOptimizer<AdadeltaSettings> {
  static readonly className = 'Adadelta';

  constructor(settings: AdadeltaSettings) {
    super(settings, [
      { name: 'accum_grad', initial: 0 },
      { name: 'accum_var', initial: 0 },
    ]);
  }

  protected override change({ weight, gradient, slots }: Before): After {
    const { rho, epsilon } = this.settings;
    const [gathered, changes] = slots as [tf.Tensor, tf.Tensor];
    const squares = gathered.mul(rho).add(gradient.square().mul(1 - rho));
    const root = (of: tf.Tensor) => of.add(epsilon).sqrt();
    const change = root(changes).mul(gradient).div(root(squares));
    const newChanges = changes.mul(rho).add(change.square().mul(1 - rho));
    return {
      weight: weight.sub(change.mul(this.learningRate)),
      slots: [squares, newChanges],
    };
  }
}
