import type * as tf from '@tensorflow/tfjs-node';
import type { EpochTrainer } from '../engine/epoch';
import type { TrainingExamples } from '../engine/examples';
import { GraphTrainer } from '../engine/graph/graph-trainer';
import { CannotBeRecorded } from '../engine/graph/record';
import { hasNativeKernels } from '../tfjs/internals';
import { wasmTrainer } from '../engine/wasm/wasm-trainer';
import { StepTrainer } from '../engine/steps/step-trainer';

/** What a graph costs before its first step, in steps that are made without one. */
const STEPS_WITHOUT_A_GRAPH = 64;

/** The ways to train a model; each is made when an epoch first needs it. */
export class Trainers {
  private byStep: EpochTrainer | undefined;
  private byGraph: EpochTrainer | undefined;
  private byProgram: EpochTrainer | undefined;

  constructor(
    private readonly model: tf.LayersModel,
    private readonly examples: TrainingExamples,
    private readonly batchSize: number,
    private readonly silent: boolean,
  ) {}

  /**
   * The first few steps of a training are over before a graph is made. Which way an epoch takes
   * depends on its number alone: a resumed training takes the ways of an uninterrupted one, and
   * so comes to the same weights bit for bit.
   */
  forEpoch(epoch: number, steps: number): EpochTrainer {
    if (!hasNativeKernels()) return this.inBrowser();
    return epoch * steps <= STEPS_WITHOUT_A_GRAPH ? this.stepByStep() : this.quick();
  }

  dispose(): void {
    this.byStep?.dispose();
    this.byGraph?.dispose();
    this.byProgram?.dispose();
  }

  private stepByStep(): EpochTrainer {
    return (this.byStep ??= new StepTrainer(this.model, this.examples, this.batchSize));
  }

  /** By our own program if it knows the network. */
  private inBrowser(): EpochTrainer {
    this.byProgram ??= wasmTrainer(this.model, this.examples, this.batchSize);
    return this.byProgram ?? this.stepByStep();
  }

  /** By the graph of a training step if it can be recorded; one line says why, if not. */
  private quick(): EpochTrainer {
    if (this.byGraph) return this.byGraph;
    try {
      this.byGraph = new GraphTrainer(this.model, this.examples, this.batchSize);
    } catch (error) {
      if (!(error instanceof CannotBeRecorded)) throw error;
      if (!this.silent) {
        console.log(`This model trains step by step, which is slower: ${error.message}.`);
      }
      this.byGraph = new StepTrainer(this.model, this.examples, this.batchSize);
    }
    return this.byGraph;
  }
}
