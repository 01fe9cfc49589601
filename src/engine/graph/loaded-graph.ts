import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import type { EpochGraph } from './epoch-graph';
import { backend, idOf } from '../../tfjs/internals';

/** Which steps to make, on what. */
export interface StepRange {
  readonly images: tf.Tensor;
  readonly labels: tf.Tensor;
  readonly order: tf.Tensor1D;
  /** The place in the order where the first batch begins. */
  readonly row: number;
  /** The number of the first step, counted since the optimizer began. */
  readonly first: number;
  readonly steps: number;
}

/** An epoch's graph inside TensorFlow. */
export class LoadedGraph {
  private readonly session: number;

  constructor(private readonly graph: EpochGraph) {
    // The native part of tfjs loads a graph from a folder only.
    const folder = mkdtempSync(join(tmpdir(), 'nnlab-graph-'));
    try {
      mkdirSync(join(folder, 'variables'));
      writeFileSync(join(folder, 'saved_model.pb'), graph.savedModel);
      this.session = backend().binding.loadSavedModel(folder, 'serve');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /**
   * Makes the steps and changes the model's variables. Adds the results of each step to the
   * sums inside the graph, so that it does not matter how an epoch is cut into stretches.
   */
  run(range: StepRange, sums: readonly number[]): number[] {
    const { images, labels, order, row, first, steps } = range;
    const { inputs, outputs, state, changed } = this.graph;
    return tf.tidy(() => {
      const numbers = [row, first, first + steps].map((value) => tf.scalar(value, 'int32'));
      const before = sums.map((sum) => tf.scalar(sum));
      const feeds = [images, labels, order, ...numbers, ...before, ...state];
      const results = backend()
        .binding.runSavedModel(
          this.session,
          feeds.map(idOf),
          inputs.map((name) => `${name}:0`).join(),
          outputs.map((name) => `${name}:0`).join(),
        )
        .map((metadata) => backend().createOutputTensor(metadata));
      const values = results.splice(outputs.length - changed.length);
      changed.forEach((variable, i) => variable.assign(values[i] as tf.Tensor));
      return results.map((sum) => sum.dataSync()[0] ?? NaN);
    });
  }

  close(): void {
    backend().binding.deleteSavedModel(this.session);
  }
}
