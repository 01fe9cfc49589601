import * as tf from '@tensorflow/tfjs-node';
import { currentSeed } from '../../random/random';
import { LAYER_STRIDE } from '../keyed-dropout';
import { valuesInPlace } from '../../tfjs/values-in-place';
import type { After, DenseLayer } from './network';
import {
  paddedColumns,
  paddedRows,
  type Address,
  type ProgramSpace,
  type TrainingProgram,
} from './program';

/** A weight and what the optimizer keeps for it, in the program's memory. */
interface PlacedWeight {
  readonly variables: readonly tf.Variable[];
  readonly places: readonly Address[];
  readonly rows: number;
  readonly width: number;
}

/** The optimizer's variables for a weight. */
export type SlotsOf = (weight: tf.Variable) => readonly tf.Variable[];

/** A layer with its weights and its results in the program's memory. */
export class PlacedLayer {
  readonly results: Address;
  readonly slopes: Address;
  private readonly weights: readonly PlacedWeight[];
  private readonly noBias: Address;
  private readonly scratch: Address;
  private readonly inputs: number;
  private readonly columns: number;
  private readonly factors: readonly Address[];

  constructor(
    private readonly program: TrainingProgram,
    private readonly space: ProgramSpace,
    private readonly layer: DenseLayer,
    slotsOf: SlotsOf,
    mostRows: number,
  ) {
    const { kernel, bias, after } = layer;
    this.inputs = paddedColumns(layer.inputs);
    this.columns = paddedColumns(layer.outputs);
    const weights = bias ? [kernel, bias] : [kernel];
    this.weights = weights.map((weight) => this.place(weight, slotsOf(weight)));
    const size = paddedRows(mostRows) * this.columns;
    this.noBias = space.take(this.columns);
    this.scratch = space.take(4 * this.columns);
    this.results = space.take(size);
    this.slopes = space.take(size);
    this.factors = after.map((step) => ('rate' in step ? space.take(size) : 0));
  }

  /** Takes the numbers of the model and its optimizer. */
  read(): void {
    for (const { variables, places, width } of this.weights) {
      variables.forEach((variable, i) => {
        this.space.putRows(places[i] as Address, valuesInPlace(variable), width, this.columns);
      });
    }
  }

  /** Gives them back. */
  write(): void {
    for (const { variables, places, rows, width } of this.weights) {
      variables.forEach((variable, i) => {
        const values = this.space.rows(places[i] as Address, rows, width, this.columns);
        tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)));
      });
    }
  }

  /** Computes the layer's results in the step of this number, by which dropout draws. */
  forward(x: Address, rows: number, step: number): void {
    const { program, results, inputs, columns, layer } = this;
    const bias = this.weights[1]?.places[0] ?? this.noBias;
    const all = paddedRows(rows);
    program.dense(x, this.kernel(), bias, results, all, inputs, columns);
    layer.after.forEach((after, i) => {
      if ('kind' in after) {
        program.activate(after.kind, after.alpha, results, all, layer.outputs, columns);
      } else if (after.rate > 0) {
        const key = (currentSeed() + (after.place + 1) * LAYER_STRIDE) | 0;
        const factors = this.factors[i] as Address;
        const { rate } = after;
        program.drop(results, factors, rate, key, step, rows, layer.outputs, columns);
      }
    });
  }

  /** For the last layer, whose loss turns scores into slopes in place. */
  copyResultsToSlopes(rows: number): void {
    const count = paddedRows(rows) * this.columns;
    this.space.floats(this.slopes, count).set(this.space.floats(this.results, count));
  }

  /** Takes the slopes of its results back to those of its sums. */
  backward(rows: number): void {
    const count = paddedRows(rows) * this.columns;
    const steps = this.layer.after.map((after, i) => [after, this.factors[i] as Address] as const);
    for (const [after, factors] of steps.reverse()) this.slopesOf(after, factors, count);
  }

  /** The slopes of its inputs, for the layer before. */
  slopesOfInputs(out: Address, rows: number): void {
    const { program, slopes, inputs, columns } = this;
    program.back(slopes, this.kernel(), out, paddedRows(rows), inputs, columns);
  }

  /** Changes the weights, by the formula that the program was told to use. */
  learn(x: Address, rows: number): void {
    const { program, slopes, scratch, inputs, columns } = this;
    const all = paddedRows(rows);
    const [[kernel = 0, first = 0, second = 0] = [], bias] = this.weights.map(
      ({ places }) => places,
    );
    program.learnWeights(x, slopes, kernel, first, second, scratch, all, inputs, columns);
    if (!bias) return;
    const [numbers = 0, own = 0, other = 0] = bias;
    program.learnBias(slopes, numbers, own, other, scratch, all, columns);
  }

  private slopesOf(after: After, factors: Address, count: number): void {
    const { program, results, slopes } = this;
    if ('kind' in after) {
      program.activationSlopes(after.kind, after.alpha, results, slopes, count);
    } else if (after.rate > 0) program.dropSlopes(slopes, factors, count);
  }

  private kernel(): Address {
    return this.weights[0]?.places[0] as Address;
  }

  private place(weight: tf.Variable, slots: readonly tf.Variable[]): PlacedWeight {
    const variables = [weight, ...slots];
    const rows = weight.rank === 2 ? (weight.shape[0] as number) : 1;
    const size = (weight.rank === 2 ? this.inputs : 1) * this.columns;
    const places = variables.map(() => this.space.take(size));
    return { variables, places, rows, width: weight.shape.at(-1) as number };
  }
}
