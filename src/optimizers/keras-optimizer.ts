import * as tf from '@tensorflow/tfjs-node';
import { variablesByName } from '../tfjs/internals';

/** A tensor with its name, as tfjs hands state about. */
type NamedTensor = Awaited<ReturnType<tf.Optimizer['getWeights']>>[number];

/** What an optimizer gathers for each weight, such as a running mean of its gradients. */
export interface SlotKind {
  readonly name: string;
  /** What it holds before the first step. */
  readonly initial: number;
}

/** A slot of one weight, in the form tfjs gives it. */
interface Slot {
  readonly originalName: string;
  readonly variable: tf.Variable;
}

/** One step for one weight: what there is before it. */
export interface Before {
  readonly weight: tf.Tensor;
  readonly gradient: tf.Tensor;
  /** In the order of the kinds. */
  readonly slots: readonly tf.Tensor[];
}

/** The weight and its slots after the step. */
export interface After {
  readonly weight: tf.Tensor;
  readonly slots: readonly tf.Tensor[];
}

/** All are numbers or truths, in tfjs's form of the names. */
export interface CommonSettings extends tf.serialization.ConfigDict {
  readonly learningRate: number;
}

/**
 * An optimizer with Keras' formula where tfjs has none, or another. All that changes from step
 * to step is a tensor, the number of the step too, so that a step can be put into a graph.
 */
export abstract class KerasOptimizer<Settings extends CommonSettings> extends tf.Optimizer {
  /** May be set between two epochs. */
  learningRate: number;
  /** For each kind, those of every weight. */
  private slots: Slot[][] = [];
  private readonly step = variable(0);

  constructor(
    protected readonly settings: Settings,
    private readonly kinds: readonly SlotKind[],
  ) {
    super();
    this.learningRate = settings.learningRate;
  }

  /** Keras' formula; `step` counts from 1. Runs in a tidy. */
  protected abstract change(before: Before, step: tf.Scalar): After;

  /** What changes once a step, whatever the number of weights. */
  protected beginStep?(step: tf.Scalar): void;

  override applyGradients(gradients: tf.NamedTensorMap | NamedTensor[]): void {
    const named = Array.isArray(gradients)
      ? gradients
      : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
    const byName = variablesByName();
    const weights = named.map(({ name }) => byName[name] as tf.Variable);
    this.makeSlots(weights);
    tf.tidy(() => {
      this.step.assign(this.step.add(1));
      this.beginStep?.(this.step as tf.Scalar);
      weights.forEach((weight, i) => this.applyTo(weight, named[i]?.tensor, i));
    });
    this.incrementIterations();
  }

  private applyTo(weight: tf.Variable, gradient: tf.Tensor | undefined, place: number): void {
    if (!gradient) return;
    const slots = this.slots.map((kind) => (kind[place] as Slot).variable);
    const after = this.change({ weight, gradient, slots }, this.step as tf.Scalar);
    slots.forEach((slot, k) => slot.assign(after.slots[k] as tf.Tensor));
    weight.assign(after.weight);
  }

  /** Makes what is gathered for each weight, as it is before the first step. */
  makeSlots(weights: readonly tf.Variable[]): void {
    if (this.slots.length > 0) return;
    this.slots = this.kinds.map(({ name, initial }) =>
      weights.map((weight) => ({
        originalName: `${weight.name}/${name}`,
        variable: tf.tidy(() => tf.fill(weight.shape, initial).variable(false)),
      })),
    );
  }

  override async getWeights(): Promise<NamedTensor[]> {
    const slots = this.slots.flat().map(({ originalName, variable }) => ({
      name: originalName,
      tensor: variable,
    }));
    return [await this.saveIterations(), ...slots];
  }

  override async setWeights(values: NamedTensor[]): Promise<void> {
    const slots = await this.extractIterations(values);
    tf.dispose(this.slots.flat().map((slot) => slot.variable));
    const count = slots.length / this.kinds.length;
    this.slots = this.kinds.map((_, k) =>
      slots.slice(k * count, (k + 1) * count).map(({ name, tensor }) => ({
        originalName: name,
        variable: tensor.variable(false),
      })),
    );
    tf.tidy(() => this.step.assign(tf.scalar(this.iterations)));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...this.settings, learningRate: this.learningRate };
  }

  override dispose(): void {
    tf.dispose([this.step, ...this.slots.flat().map((slot) => slot.variable)]);
    this.slots = [];
  }
}

/** A single number that an optimizer carries from step to step. */
export function variable(value: number): tf.Variable {
  return tf.tidy(() => tf.scalar(value).variable(false));
}

/** `gathered` moved towards `value`: what is left of it is `share`. */
export function running(gathered: tf.Tensor, value: tf.Tensor, share: number): tf.Tensor {
  return gathered.add(value.sub(gathered).mul(1 - share));
}
