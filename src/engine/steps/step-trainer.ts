import * as tf from '@tensorflow/tfjs-node';
import type { TrainingExamples } from '../examples';
import { fuseGradients } from '../graph/fused-gradients';
import { fuseLoss } from '../graph/fused-loss';
import { fusedOptimizer, replaceUpdate } from '../graph/fused-optimizers';
import { hasNativeKernels, innerModel } from '../../tfjs/internals';
import { HeldWeights } from './held-weights';
import { WeightsByHand } from './weights-by-hand';
import { keyDropout } from '../keyed-dropout';
import { prepareSlots } from '../model-state';
import { TrainerByRanges, type Made, type StepRange } from '../step-ranges';
import { at } from '../../checks/at';
import { numberIn } from '../../tfjs/number-in';

/**
 * Trains step by step, as tfjs's `fit` does, but with the kernels of the training graph: takes any
 * layer and begins at once, while a graph costs as much as some sixty steps before its first.
 */
export class StepTrainer extends TrainerByRanges {
  private readonly labels: tf.Tensor;

  constructor(
    model: tf.LayersModel,
    private readonly examples: TrainingExamples,
    batchSize: number,
  ) {
    super(model, batchSize);
    const { labels } = examples;
    this.labels = labels.rank === 1 ? labels.expandDims(1) : labels.clone();
    prepareSlots(model);
  }

  dispose(): void {
    this.labels.dispose();
  }

  protected makeSteps({ order, row, steps, sums }: StepRange, size: number): Made {
    const inner = innerModel(this.model);
    const undo = [keyDropout(this.model), fuseLoss(inner), fuseGradients()];
    const optimizer = fusedOptimizer(inner.optimizer);
    const Weights = hasNativeKernels() ? HeldWeights : WeightsByHand;
    const held = optimizer && new Weights(inner, optimizer);
    if (held) undo.push(replaceUpdate(inner.optimizer, (gradients) => held.update(gradients)));
    const step = inner.makeTrainFunction();
    try {
      for (let made = 0; made < steps; made++) {
        const results = tf.tidy(() => {
          const places = order.slice([row + made * size], [size]);
          const batch = [this.examples.images.gather(places), this.labels.gather(places)];
          const tensors = step(batch);
          const values = tensors.map(numberIn);
          // tfjs keeps the metrics, whatever tidies up around them.
          tf.dispose(tensors);
          return values;
        });
        sums = sums.map((sum, i) => sum + at(results, i) * size);
        if (!Number.isFinite(results[0])) return { sums, finite: made };
      }
      return { sums, finite: steps };
    } finally {
      undo.forEach((putBack) => putBack());
      held?.release();
    }
  }
}
