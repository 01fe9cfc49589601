import * as tf from '@tensorflow/tfjs-node';
import { variablesByName } from '../../tfjs/internals';
import { optimizerFields, type OptimizerFields, type Slot } from '../../tfjs/optimizer-state';

/** What a fused kernel may ask for: a number is a node in a graph, and a tensor without one. */
export interface StepNumbers<Number> {
  number(value: number): Number;
  /** `base` to the power of the steps made, this one included. */
  power(base: number): Number;
}

/** One weight, its slots and its gradient. */
export interface ToUpdate<Value> {
  readonly weight: Value;
  readonly slots: readonly Value[];
  readonly gradient: Value;
}

/** An optimizer whose change of one weight is a single TensorFlow kernel. */
export interface FusedOptimizer {
  readonly kernel: string;
  readonly switches: Readonly<Record<string, boolean>>;
  /** For each kind of slot, the variables in the order of the weights. */
  readonly slots: readonly (readonly Slot[])[];
  /** The kernel's inputs; called once for the numbers and then for each weight. */
  inputs<Value>(step: StepNumbers<Value>): (update: ToUpdate<Value>) => readonly Value[];
  /** Brings along what tfjs keeps besides the slots, after so many steps in all. */
  afterwards?(steps: number): void;
}

/** The fused form of an optimizer, if TensorFlow has one with the same formula. */
export function fusedOptimizer(optimizer: tf.Optimizer): FusedOptimizer | undefined {
  const fields = optimizerFields(optimizer);
  switch (optimizer.getClassName()) {
    case 'SGD':
      return gradientDescent(fields);
    case 'Momentum':
      return momentum(fields);
    case 'RMSProp':
      return fields.centered ? undefined : rmsprop(fields);
    case 'Adam':
      return adam(fields);
    default:
      return undefined;
  }
}

function gradientDescent({ learningRate }: OptimizerFields): FusedOptimizer {
  return {
    kernel: 'ResourceApplyGradientDescent',
    switches: { use_locking: false },
    slots: [],
    inputs: ({ number }) => {
      const rate = number(learningRate);
      return ({ weight, gradient }) => [weight, rate, gradient];
    },
  };
}

function momentum(fields: OptimizerFields): FusedOptimizer {
  return {
    kernel: 'ResourceApplyMomentum',
    switches: { use_locking: false, use_nesterov: fields.useNesterov },
    slots: [fields.accumulations],
    inputs: ({ number }) => {
      const [rate, inertia] = [number(fields.learningRate), number(fields.momentum)];
      return ({ weight, slots, gradient }) => [weight, ...slots, rate, gradient, inertia];
    },
  };
}

function rmsprop(fields: OptimizerFields): FusedOptimizer {
  const { learningRate, decay, epsilon } = fields;
  return {
    kernel: 'ResourceApplyRMSProp',
    switches: { use_locking: false },
    slots: [fields.accumulatedMeanSquares, fields.accumulatedMoments],
    inputs: ({ number }) => {
      const numbers = [learningRate, decay, fields.momentum, epsilon].map(number);
      return ({ weight, slots, gradient }) => [weight, ...slots, ...numbers, gradient];
    },
  };
}

/** Keras' Adam: epsilon is added after the correction of the second moment, tfjs's before. */
function adam(fields: OptimizerFields): FusedOptimizer {
  const { learningRate, beta1, beta2, epsilon } = fields;
  // Keras gathers second moments with 0.999 and corrects them with 0.999 in single precision, which is
  // a little more; the kernel gathers with the latter, so its correction takes twice that little.
  const single = Math.fround(beta2);
  return {
    kernel: 'ResourceApplyAdam',
    switches: { use_locking: false, use_nesterov: false },
    slots: [fields.accumulatedFirstMoment, fields.accumulatedSecondMoment],
    inputs: ({ number, power }) => {
      const powers = [power(beta1), power(single + (single - beta2))];
      const numbers = [learningRate, beta1, beta2, epsilon].map(number);
      return ({ weight, slots, gradient }) => [weight, ...slots, ...powers, ...numbers, gradient];
    },
    afterwards: (steps) =>
      tf.tidy(() => {
        fields.accBeta1.assign(tf.scalar(beta1 ** (steps + 1)));
        fields.accBeta2.assign(tf.scalar(beta2 ** (steps + 1)));
      }),
  };
}

/** Lets `update` change the weights in the optimizer's place, until the returned function is called. */
export function replaceUpdate(
  optimizer: tf.Optimizer,
  update: (gradients: readonly (readonly [tf.Variable, tf.Tensor])[]) => void,
): () => void {
  const byName = variablesByName();
  optimizer.applyGradients = (given) => {
    const pairs = Array.isArray(given)
      ? given.map(({ name, tensor }) => [name, tensor] as const)
      : Object.entries(given);
    update(
      pairs.flatMap(([name, gradient]) => {
        const variable = byName[name];
        // A weight that was frozen after compiling has none, whatever the type says.
        return variable && (gradient as tf.Tensor | null) ? [[variable, gradient] as const] : [];
      }),
    );
  };
  return () => delete (optimizer as Partial<tf.Optimizer>).applyGradients;
}
