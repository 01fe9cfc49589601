import type * as tf from '@tensorflow/tfjs-node';
import type { TrainingExamples } from '../examples';
import { fusedOptimizer } from '../graph/fused-optimizers';
import { prepareSlots } from '../model-state';
import { TrainerByRanges, type Made, type StepRange } from '../step-ranges';
import { innerModel } from '../../tfjs/internals';
import { setStepsDone, stepsDone } from '../../tfjs/optimizer-state';
import { numbersInPlace } from '../../tfjs/values-in-place';
import { newTrainingProgram } from '../../platform';
import { denseLayers, type DenseLayer } from './network';
import { useOptimizer } from './optimizer';
import { PlacedLayer, type SlotsOf } from './placed-layer';
import {
  paddedColumns,
  paddedRows,
  ProgramSpace,
  type Address,
  type TrainingProgram,
} from './program';
import { at, lastOf } from '../../checks/at';

/** So many batches are brought into the program's memory at a time. */
const STEPS_AT_ONCE = 32;

/**
 * Trains a network of dense layers by a WebAssembly program of our own: a step is a dozen calls, where
 * TensorFlow.js makes some eighty. It computes what the step trainer computes, as far as single
 * precision goes.
 */
export class WasmTrainer extends TrainerByRanges {
  private readonly labels: Int32Array;
  private readonly layers: readonly PlacedLayer[];
  private readonly space: ProgramSpace;
  private readonly images: Address;
  private readonly truths: Address;
  private readonly width: number;
  private readonly classes: number;

  /** The program is this trainer's alone. */
  constructor(
    model: tf.LayersModel,
    network: readonly DenseLayer[],
    private readonly program: TrainingProgram,
    private readonly examples: TrainingExamples,
    batchSize: number,
  ) {
    super(model, batchSize);
    prepareSlots(model);
    this.labels = Int32Array.from(examples.labels.dataSync());
    this.space = new ProgramSpace(program);
    this.layers = network.map(
      (layer) => new PlacedLayer(program, this.space, layer, slotsIn(model), batchSize),
    );
    this.width = at(network, 0).inputs;
    this.classes = lastOf(network).outputs;
    const rows = paddedRows(batchSize) * STEPS_AT_ONCE;
    this.images = this.space.take(rows * paddedColumns(this.width));
    this.truths = this.space.take(batchSize * STEPS_AT_ONCE);
  }

  dispose(): void {
    // The program's memory goes with it.
  }

  protected makeSteps({ order, row, steps, sums }: StepRange, size: number): Made {
    for (const layer of this.layers) layer.read();
    const places = order.dataSync<'int32'>();
    let [loss = 0, right = 0] = sums;
    let made = 0;
    let lost = false;
    while (made < steps && !lost) {
      const count = Math.min(STEPS_AT_ONCE, steps - made);
      const start = row + made * size;
      this.bring(places.subarray(start, start + count * size), size);
      for (let step = 0; step < count && !lost; step++) {
        const result = this.step(step, size);
        lost = !Number.isFinite(result);
        loss += result;
        right += this.program.rightRows();
        if (!lost) made++;
      }
    }
    for (const layer of this.layers) layer.write();
    const { optimizer } = innerModel(this.model);
    fusedOptimizer(optimizer)?.afterwards?.(stepsDone(optimizer));
    return { sums: [loss, right].slice(0, sums.length), finite: made };
  }

  /** One step on one of the batches that were brought; answers the sum of its losses. */
  private step(place: number, size: number): number {
    const { program, layers } = this;
    const { optimizer } = innerModel(this.model);
    const done = stepsDone(optimizer);
    const x = this.images + 4 * place * paddedRows(size) * paddedColumns(this.width);
    const inputs = [x, ...layers.map(({ results }) => results)];
    layers.forEach((layer, i) => layer.forward(inputs[i] as Address, size, done));
    const loss = this.lossOf(layers.at(-1) as PlacedLayer, place, size);
    useOptimizer(program, optimizer, done + 1);
    for (let i = layers.length - 1; i >= 0; i--) {
      const layer = layers[i] as PlacedLayer;
      layer.backward(size);
      const before = layers[i - 1];
      if (before) layer.slopesOfInputs(before.slopes, size);
      layer.learn(inputs[i] as Address, size);
    }
    setStepsDone(optimizer, done + 1);
    return loss;
  }

  private lossOf(last: PlacedLayer, place: number, size: number): number {
    const { program, classes } = this;
    const truths = this.truths + 4 * place * size;
    const columns = paddedColumns(classes);
    last.copyResultsToSlopes(size);
    return program.softmaxLoss(last.slopes, truths, size, paddedRows(size), classes, columns);
  }

  /** Brings the images and labels of some batches, each padded to whole blocks of rows. */
  private bring(rows: Int32Array, size: number): void {
    const { width, space } = this;
    const columns = paddedColumns(width);
    const batch = paddedRows(size) * columns;
    const count = rows.length / size;
    const place = space.floats(this.images, count * batch);
    // What earlier batches left in the rows that pad these.
    if (batch > size * columns) place.fill(0);
    const { values, divisor } = numbersInPlace(this.examples.images);
    rows.forEach((row, i) => {
      const start = Math.floor(i / size) * batch + (i % size) * columns;
      place.set(values.subarray(row * width, (row + 1) * width), start);
    });
    if (divisor !== 1) this.program.divide(this.images, place.length, divisor);
    space
      .wholes(this.truths, rows.length)
      .set(Int32Array.from(rows, (row) => at(this.labels, row)));
  }
}

/** A trainer by our own program, where there is one and it knows the network. */
export function wasmTrainer(
  model: tf.LayersModel,
  examples: TrainingExamples,
  batchSize: number,
): WasmTrainer | undefined {
  const network = denseLayers(model);
  const program = network && (newTrainingProgram() as TrainingProgram | undefined);
  return program && new WasmTrainer(model, network, program, examples, batchSize);
}

/** What the optimizer keeps for each weight, in the order of the fused kernels. */
function slotsIn(model: tf.LayersModel): SlotsOf {
  const inner = innerModel(model);
  const weights = inner.collectedTrainableWeights.map((weight) => weight.read());
  const slots = fusedOptimizer(inner.optimizer)?.slots ?? [];
  return (weight) => {
    const place = weights.indexOf(weight);
    return slots.map((kind) => kind[place]?.variable as tf.Variable);
  };
}
