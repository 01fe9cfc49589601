// How training becomes quick. A training step in TensorFlow.js is some 150 small calls from
// JavaScript into TensorFlow, and the calls cost more than the arithmetic. So one real step is
// written down call by call (record.ts, recorded-step.ts), put as a graph into a loop over the
// batches (epoch-graph.ts), and from then on one call makes hundreds of steps (loaded-graph.ts).
import * as tf from '@tensorflow/tfjs-node';
import {
  MILLISECONDS_BETWEEN_LOOKS,
  type EpochProgress,
  type EpochTrainer,
  type OnProgress,
} from '../epoch';
import type { TrainingExamples } from '../examples';
import { setStepsDone, stepsDone } from '../../tfjs/optimizer-state';
import { RunningMean } from '../running-mean';
import { epochGraph } from './epoch-graph';
import { innerModel } from '../../tfjs/internals';
import { LoadedGraph } from './loaded-graph';
import { recordStep } from './recorded-step';

/** A graph for batches of one size, and what tfjs wants done after each run. */
interface StepGraph {
  readonly loaded: LoadedGraph;
  readonly afterwards: ((steps: number) => void) | undefined;
}

/** Trains a model by the graph of its own training step. */
export class GraphTrainer implements EpochTrainer {
  /** By the number of examples in a batch: the last batch of an epoch is often smaller. */
  private readonly graphs = new Map<number, StepGraph>();
  private readonly labels: tf.Tensor;
  private settings = '';
  private millisecondsAStep = MILLISECONDS_BETWEEN_LOOKS / 10;

  /**
   * Records a step at once and throws why, if it cannot be put into a graph. With `fused`
   * (as in Keras) loss and optimizer take TensorFlow's combined kernels, otherwise tfjs's own.
   */
  constructor(
    private readonly model: tf.LayersModel,
    private readonly examples: TrainingExamples,
    private readonly batchSize: number,
    private readonly fused = true,
  ) {
    const { inputs, outputs } = innerModel(model);
    if (inputs.length !== 1 || outputs.length !== 1) {
      throw new Error('it has several inputs or outputs');
    }
    const { labels } = examples;
    this.labels = labels.rank === 1 ? labels.expandDims(1) : labels.clone();
    try {
      this.graphFor(Math.min(batchSize, labels.shape[0] ?? 0));
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  async run(order: Int32Array, onProgress: OnProgress): Promise<EpochProgress> {
    const { batchSize } = this;
    const places = tf.tensor1d(order, 'int32');
    const mean = new RunningMean(this.model);
    const wholeBatches = Math.floor(order.length / batchSize);
    try {
      while (mean.steps < wholeBatches) {
        const steps = Math.min(this.stepsUntilNextLook(), wholeBatches - mean.steps);
        this.makeSteps(places, steps, batchSize, mean);
        if (!(await onProgress(mean.soFar()))) return mean.soFar();
      }
      const rest = order.length % batchSize;
      if (rest > 0) this.makeSteps(places, 1, rest, mean);
      return mean.soFar();
    } finally {
      places.dispose();
    }
  }

  dispose(): void {
    this.labels.dispose();
    this.closeGraphs();
  }

  private stepsUntilNextLook(): number {
    return Math.max(1, Math.round(MILLISECONDS_BETWEEN_LOOKS / this.millisecondsAStep));
  }

  private makeSteps(order: tf.Tensor1D, steps: number, size: number, mean: RunningMean): void {
    const { optimizer } = this.model;
    const { loaded, afterwards } = this.graphFor(size);
    const { images } = this.examples;
    const first = stepsDone(optimizer);
    const row = mean.steps * this.batchSize;
    const begin = performance.now();
    const range = { images, labels: this.labels, order, row, first, steps };
    const sums = loaded.run(range, mean.sums);
    this.millisecondsAStep = (performance.now() - begin) / steps;
    mean.count(sums, steps, size);
    setStepsDone(optimizer, first + steps);
    afterwards?.(first + steps);
  }

  private graphFor(size: number): StepGraph {
    this.forgetGraphsOfOtherSettings();
    const known = this.graphs.get(size);
    if (known) return known;
    const batch = {
      images: this.examples.images.slice([0], [size]),
      labels: this.labels.slice([0], [size]),
    };
    try {
      const step = recordStep(this.model, batch, this.fused);
      const graph: StepGraph = {
        loaded: new LoadedGraph(epochGraph(step, size)),
        afterwards: step.optimizer?.afterwards,
      };
      this.graphs.set(size, graph);
      return graph;
    } finally {
      tf.dispose([batch.images, batch.labels]);
    }
  }

  /** The learning rate is written into the graph; a callback may have set another. */
  private forgetGraphsOfOtherSettings(): void {
    const settings = JSON.stringify(this.model.optimizer.getConfig());
    if (settings !== this.settings) this.closeGraphs();
    this.settings = settings;
  }

  private closeGraphs(): void {
    for (const { loaded } of this.graphs.values()) loaded.close();
    this.graphs.clear();
  }
}
