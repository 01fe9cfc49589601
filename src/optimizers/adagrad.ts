import type * as tf from '@tensorflow/tfjs-node';
import { KerasOptimizer, type After, type Before, type CommonSettings } from './keras-optimizer';

export interface AdagradSettings extends CommonSettings {
  readonly initialAccumulatorValue: number;
  readonly epsilon: number;
}

/** Learns less of a weight the more its gradients have added up to. tfjs's lets epsilon out of the root. */
export class Adagrad extends KerasOptimizer<AdagradSettings> {
  static readonly className = 'Adagrad';

  constructor(settings: AdagradSettings) {
    super(settings, [{ name: 'accumulator', initial: settings.initialAccumulatorValue }]);
  }

  protected override change({ weight, gradient, slots: [gathered] }: Before): After {
    const squares = (gathered as tf.Tensor).add(gradient.square());
    const change = gradient.mul(this.learningRate).div(squares.add(this.settings.epsilon).sqrt());
    return { weight: weight.sub(change), slots: [squares] };
  }
}
