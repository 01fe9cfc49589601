import * as tf from '@tensorflow/tfjs-node';
import { KerasOptimizer, type After, type Before, type CommonSettings } from './keras-optimizer';

export interface FtrlSettings extends CommonSettings {
  readonly learningRatePower: number;
  readonly initialAccumulatorValue: number;
  readonly l1RegularizationStrength: number;
  readonly l2RegularizationStrength: number;
  readonly l2ShrinkageRegularizationStrength: number;
  readonly beta: number;
}

/** "Follow the regularized leader": works each weight out anew from all gradients so far. */
export class Ftrl extends KerasOptimizer<FtrlSettings> {
  static readonly className = 'Ftrl';

  constructor(settings: FtrlSettings) {
    super(settings, [
      { name: 'accumulator', initial: settings.initialAccumulatorValue },
      { name: 'linear', initial: 0 },
    ]);
  }

  protected override change({ weight, gradient, slots }: Before): After {
    const { learningRate: rate, settings } = this;
    const l1 = settings.l1RegularizationStrength;
    const l2 = settings.l2RegularizationStrength + settings.beta / (2 * rate);
    const [gathered, linear] = slots as [tf.Tensor, tf.Tensor];
    const power = (of: tf.Tensor) => of.pow(-settings.learningRatePower);
    const squares = gathered.add(gradient.square());
    const pull = gradient.add(weight.mul(2 * settings.l2ShrinkageRegularizationStrength));
    const growth = power(squares).sub(power(gathered)).div(rate);
    const newLinear = linear.add(pull.sub(growth.mul(weight)));
    const quadratic = power(squares)
      .div(rate)
      .add(2 * l2);
    return {
      weight: newLinear.clipByValue(-l1, l1).sub(newLinear).div(quadratic),
      slots: [squares, newLinear],
    };
  }
}
