// How training becomes quick. A training step in TensorFlow.js is some 150 small calls from
// JavaScript into TensorFlow, and the calls cost more than the arithmetic. So one real step is
// written down call by call (record.ts, recorded-step.ts), put as a graph into a loop over the
// batches (epoch-graph.ts), and from then on one call makes hundreds of steps (loaded-graph.ts).
import * as tf from '@tensorflow/tfjs-node';
import type { TrainingExamples } from '../examples';
import { setStepsDone, stepsDone } from '../../tfjs/optimizer-state';
import { TrainerByRanges, type Made, type StepRange } from '../step-ranges';
import { epochGraph } from './epoch-graph';
import { LoadedGraph } from './loaded-graph';
import { recordStep } from './recorded-step';
import { isPacked } from '../../tfjs/packed';
import { at } from '../../checks/at';

/** A graph for batches of one size, and what tfjs wants done after each run. */
interface StepGraph {
  readonly loaded: LoadedGraph;
  readonly afterwards: ((steps: number) => void) | undefined;
}

/** Trains a model by the graph of its own training step. */
export class GraphTrainer extends TrainerByRanges {
  /** By the number of examples in a batch: the last batch of an epoch is often smaller. */
  private readonly graphs = new Map<number, StepGraph>();
  private readonly labels: tf.Tensor;
  private settings = '';

  /**
   * Records a step at once and throws why, if it cannot be put into a graph. With `fused`
   * (as in Keras) loss and optimizer take TensorFlow's combined kernels, otherwise tfjs's own.
   */
  constructor(
    model: tf.LayersModel,
    private readonly examples: TrainingExamples,
    batchSize: number,
    private readonly fused = true,
  ) {
    super(model, batchSize);
    const { labels } = examples;
    this.labels = labels.rank === 1 ? labels.expandDims(1) : labels.clone();
    try {
      this.graphFor(Math.min(batchSize, at(labels.shape, 0)));
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  dispose(): void {
    this.labels.dispose();
    this.closeGraphs();
  }

  protected makeSteps(range: StepRange, size: number): Made {
    const { optimizer } = this.model;
    const { loaded, afterwards } = this.graphFor(size);
    const { images } = this.examples;
    const first = stepsDone(optimizer);
    const made = loaded.run({ ...range, images, labels: this.labels, first });
    setStepsDone(optimizer, first + range.steps);
    afterwards?.(first + range.steps);
    return made;
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
        loaded: new LoadedGraph(epochGraph(step, size, isPacked(this.examples.images))),
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
