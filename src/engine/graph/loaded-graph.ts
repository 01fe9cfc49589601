import * as tf from '@tensorflow/tfjs-node';
import type { Made, StepRange } from '../step-ranges';
import type { EpochGraph } from './epoch-graph';
import { backend, idOf } from '../../tfjs/internals';
import { feedsOf } from '../../tfjs/packed';
import { keepSession, sessionFor } from './sessions';
import { lastOf } from '../../checks/at';

/** Which steps to make, on what. */
export interface GraphStepRange extends StepRange {
  readonly images: tf.Tensor;
  readonly labels: tf.Tensor;
  /** The number of the first step, counted since the optimizer began. */
  readonly first: number;
}

/** An epoch's graph inside TensorFlow. */
export class LoadedGraph {
  private readonly session: number;

  constructor(private readonly graph: EpochGraph) {
    this.session = sessionFor(graph.savedModel);
  }

  /**
   * Makes the steps and changes the model's variables. Adds the results of each step to the
   * sums inside the graph, so that it does not matter how an epoch is cut into ranges.
   */
  run(range: GraphStepRange): Made {
    const { images, labels, order, row, first, steps, sums } = range;
    const { inputs, outputs, state, changed } = this.graph;
    return tf.tidy(() => {
      const numbers = [row, first, first + steps].map((value) => tf.scalar(value, 'int32'));
      const before = tf.tensor1d([...sums, 0]);
      const feeds = [labels, order, ...numbers, before, ...state].map(idOf);
      const [after, ...values] = backend()
        .binding.runSavedModel(
          this.session,
          [...feedsOf(images), ...feeds],
          inputs.map((name) => `${name}:0`).join(),
          outputs.map((name) => `${name}:0`).join(),
        )
        .map((metadata) => backend().createOutputTensor(metadata));
      changed.forEach((variable, i) => variable.assign(values[i] as tf.Tensor));
      const made = [...(after as tf.Tensor).dataSync()];
      return { sums: made.slice(0, -1), finite: lastOf(made) };
    });
  }

  close(): void {
    keepSession(this.graph.savedModel, this.session);
  }
}
