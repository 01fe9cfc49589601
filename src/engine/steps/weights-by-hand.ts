import * as tf from '@tensorflow/tfjs-node';
import type { FusedOptimizer } from '../graph/fused-optimizers';
import { type InnerModel } from '../../tfjs/internals';
import { setStepsDone, stepsDone } from '../../tfjs/optimizer-state';

type Value = tf.Tensor | number;

/** The weight and its slots after a step. */
type After = readonly [weight: tf.Tensor, ...slots: tf.Tensor[]];

/** What TensorFlow's fused kernels compute, of the inputs they take. */
const FORMULAS: Readonly<
  Record<string, (inputs: readonly Value[], switches: FusedOptimizer['switches']) => After>
> = {
  ResourceApplyGradientDescent([weight, rate, gradient]) {
    return [tensor(weight).sub(tf.mul(tensor(gradient), number(rate)))];
  },
  ResourceApplyMomentum([weight, velocity, rate, gradient, inertia], switches) {
    const moved = tensor(velocity).mul(number(inertia)).add(tensor(gradient));
    const ahead = moved.mul(number(inertia)).add(tensor(gradient));
    const change = switches['use_nesterov'] ? ahead : moved;
    return [tensor(weight).sub(change.mul(number(rate))), moved];
  },
  ResourceApplyRMSProp(inputs) {
    const [weight, squares, velocity, rate, decay, inertia, epsilon, gradient] = inputs;
    const gathered = moved(tensor(squares), tensor(gradient).square(), 1 - number(decay));
    const scaled = tensor(gradient)
      .mul(number(rate))
      .div(gathered.add(number(epsilon)).sqrt());
    const speed = tensor(velocity).mul(number(inertia)).add(scaled);
    return [tensor(weight).sub(speed), gathered, speed];
  },
  ResourceApplyAdam(inputs) {
    const [weight, first, second, power1, power2, rate, beta1, beta2, epsilon, gradient] = inputs;
    const corrected = (number(rate) * Math.sqrt(1 - number(power2))) / (1 - number(power1));
    const mean = moved(tensor(first), tensor(gradient), 1 - number(beta1));
    const square = moved(tensor(second), tensor(gradient).square(), 1 - number(beta2));
    const change = mean.mul(corrected).div(square.sqrt().add(number(epsilon)));
    return [tensor(weight).sub(change), mean, square];
  },
};

function moved(from: tf.Tensor, to: tf.Tensor, share: number): tf.Tensor {
  return from.add(to.sub(from).mul(share));
}

function tensor(value: Value | undefined): tf.Tensor {
  return value as tf.Tensor;
}

function number(value: Value | undefined): number {
  return value as number;
}

/** Changes a model's weights by the fused kernels' formulas where TensorFlow is not at hand. */
export class WeightsByHand {
  private readonly weights: readonly tf.Variable[];

  constructor(
    private readonly model: InnerModel,
    private readonly optimizer: FusedOptimizer,
  ) {
    this.weights = model.collectedTrainableWeights.map((weight) => weight.read());
  }

  /** One step of the optimizer. */
  update(gradients: readonly (readonly [tf.Variable, tf.Tensor])[]): void {
    const { model, optimizer } = this;
    const steps = stepsDone(model.optimizer) + 1;
    const formula = FORMULAS[optimizer.kernel];
    if (!formula) throw new Error(`There is no formula for ${optimizer.kernel}.`);
    tf.tidy(() => {
      const inputsOf = optimizer.inputs<Value>({
        number: (value) => value,
        power: (base) => base ** steps,
      });
      for (const [weight, gradient] of gradients) {
        const place = this.weights.indexOf(weight);
        const slots = optimizer.slots.map((kind) => kind[place]?.variable as tf.Variable);
        const [after, ...kept] = formula(inputsOf({ weight, slots, gradient }), optimizer.switches);
        weight.assign(after);
        slots.forEach((slot, i) => slot.assign(kept[i] as tf.Tensor));
      }
    });
    setStepsDone(model.optimizer, steps);
  }

  /** Brings along what tfjs keeps besides. */
  release(): void {
    this.optimizer.afterwards?.(stepsDone(this.model.optimizer));
  }
}
