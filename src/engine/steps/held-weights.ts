import * as tf from '@tensorflow/tfjs-node';
import type { FusedOptimizer, StepNumbers } from '../graph/fused-optimizers';
import {
  booleanSetting,
  callKernel,
  FLOAT,
  shapeSetting,
  textSetting,
  typeSetting,
  type InnerModel,
} from '../../tfjs/internals';
import { setStepsDone, stepsDone } from '../../tfjs/optimizer-state';

/**
 * The numbers by which the variables inside TensorFlow are told apart. TensorFlow keeps a little for
 * every name it has ever heard, so names are used again.
 */
const taken = new Set<number>();

function lowestFree(): number {
  let number = 0;
  while (taken.has(number)) number++;
  taken.add(number);
  return number;
}

/**
 * A model's weights and its optimizer's slots as variables inside TensorFlow, where the fused
 * kernels change them in place.
 */
export class HeldWeights {
  private readonly weights: readonly tf.Variable[];
  private readonly handles = new Map<tf.Variable, tf.Tensor>();
  private readonly numbers: number[] = [];

  constructor(
    private readonly model: InnerModel,
    private readonly optimizer: FusedOptimizer,
  ) {
    this.weights = model.collectedTrainableWeights.map((weight) => weight.read());
    const slots = optimizer.slots.flat().map(({ variable }) => variable);
    for (const variable of [...this.weights, ...slots]) {
      const number = lowestFree();
      this.numbers.push(number);
      this.handles.set(variable, handleOf(variable, number));
    }
  }

  /** One step of the optimizer. */
  update(gradients: readonly (readonly [tf.Variable, tf.Tensor])[]): void {
    const { model, optimizer } = this;
    const steps = stepsDone(model.optimizer) + 1;
    const settings = [
      typeSetting('T', FLOAT),
      ...Object.entries(optimizer.switches).map(([name, on]) => booleanSetting(name, on)),
    ];
    tf.tidy(() => {
      const inputsOf = optimizer.inputs(numbersOf(steps));
      for (const [weight, gradient] of gradients) {
        const place = this.weights.indexOf(weight);
        const slots = optimizer.slots.map((kind) => this.handle(kind[place]?.variable));
        const inputs = inputsOf({ weight: this.handle(weight), slots, gradient });
        callKernel(optimizer.kernel, settings, [...inputs], 0);
        weight.assign(valueOf(this.handle(weight)));
      }
    });
    setStepsDone(model.optimizer, steps);
  }

  /** Gives the optimizer its slots back and frees the variables inside TensorFlow. */
  release(): void {
    tf.tidy(() => {
      for (const { variable } of this.optimizer.slots.flat()) {
        variable.assign(valueOf(this.handle(variable)));
      }
    });
    this.optimizer.afterwards?.(stepsDone(this.model.optimizer));
    for (const handle of this.handles.values()) {
      callKernel('DestroyResourceOp', [booleanSetting('ignore_lookup_error', true)], [handle], 0);
      handle.dispose();
    }
    for (const number of this.numbers) taken.delete(number);
  }

  private handle(variable: tf.Variable | undefined): tf.Tensor {
    const handle = variable && this.handles.get(variable);
    if (!handle) throw new Error('The optimizer keeps nothing for one of the weights.');
    return handle;
  }
}

function handleOf(variable: tf.Variable, number: number): tf.Tensor {
  const settings = [
    typeSetting('dtype', FLOAT),
    shapeSetting('shape', variable.shape),
    textSetting('shared_name', `nnlab-${number}`),
    textSetting('container', ''),
  ];
  const [handle] = callKernel('VarHandleOp', settings, []);
  callKernel('AssignVariableOp', [typeSetting('dtype', FLOAT)], [handle as tf.Tensor, variable], 0);
  return handle as tf.Tensor;
}

function valueOf(handle: tf.Tensor): tf.Tensor {
  const [value] = callKernel('ReadVariableOp', [typeSetting('dtype', FLOAT)], [handle]);
  return value as tf.Tensor;
}

function numbersOf(steps: number): StepNumbers<tf.Tensor> {
  return { number: (value) => tf.scalar(value), power: (base) => tf.scalar(base ** steps) };
}
