import type * as tf from '@tensorflow/tfjs-node';
import { attribute } from './attributes';
import { BOOL, BYTE, FLOAT, INT, type TensorId } from '../../tfjs/internals';
import { GraphWriter, type Node } from './graph-writer';
import { Loop, type LoopVariable } from './loop';
import { LoopState } from './loop-state';
import { nextBatch } from './next-batch';
import type { RecordedStep } from './recorded-step';
import { StepWriter } from './step-writer';
import { updateWeights } from './update-weights';
import { at, entry } from '../../checks/at';

/** A graph that makes many training steps in one run, ready to be loaded. */
export interface EpochGraph {
  readonly savedModel: Uint8Array;
  /** What goes into a run: the images, `INPUTS`, the sums so far, then `state`. */
  readonly inputs: readonly Node[];
  /** What comes out: a sum for each result with how many steps had a finite loss behind them, then `changed`. */
  readonly outputs: readonly Node[];
  /** The variables whose values go in. */
  readonly state: readonly tf.Variable[];
  /** Those of them that come out changed. */
  readonly changed: readonly tf.Variable[];
}

/** Numbers that grow with every turn of the loop. */
interface Sums {
  readonly input: Node;
  readonly last: Node;
}

/** All labels; the order to take examples in and the row of it to begin with; which steps. */
const INPUTS = ['labels', 'order', 'row', 'first', 'end'];

/**
 * Puts a recorded step into a loop over batches. The counter is the number of the step since
 * the optimizer began; each turn gathers its batch, computes what was recorded, and changes
 * the weights. Images come as floats; or as bytes, and a number that divides them.
 */
export function epochGraph(step: RecordedStep, batchSize: number, asBytes: boolean): EpochGraph {
  return new EpochWriter(step, batchSize, asBytes).write();
}

class EpochWriter {
  private readonly graph = new GraphWriter();
  private readonly loop: Loop;
  private readonly state: LoopState;
  private readonly body: StepWriter;

  constructor(
    private readonly step: RecordedStep,
    private readonly batchSize: number,
    private readonly asBytes: boolean,
  ) {
    this.placeInputs();
    this.loop = new Loop(this.graph, 'first', 'end');
    this.state = new LoopState(this.graph, this.loop);
    this.body = new StepWriter(this.graph, this.loop, step.recording);
  }

  write(): EpochGraph {
    const { graph, body, state } = this;
    const batch = nextBatch(graph, this.loop, this.batchSize, this.asBytes);
    body.give(this.step.images, batch.images);
    body.give(this.step.labels, batch.labels);
    const handles = this.giveWeights();
    const carried = this.giveOthers();
    body.writeCalls();
    const sums = this.addUp();
    for (const { variable, after } of carried) this.loop.next(variable, body.node(after));
    this.closeTurn(handles);
    const changed = state.changed();
    return {
      savedModel: graph.savedModel(),
      inputs: [
        'images',
        ...(this.asBytes ? ['divisor'] : []),
        ...INPUTS,
        sums.input,
        ...state.held.map(({ input }) => input),
      ],
      outputs: [sums.last, ...changed.map(({ result }) => result)],
      state: state.held.map(({ variable }) => variable),
      changed: changed.map(({ variable }) => variable),
    };
  }

  /** Their shapes let TensorFlow prepare the graph better; -1 stands for any number. */
  private placeInputs(): void {
    const { graph, step } = this;
    const shapeOfAll = (batch: TensorId) => [
      -1,
      ...(step.recording.types.get(batch)?.shape ?? []).slice(1),
    ];
    graph.placeholder('images', this.asBytes ? BYTE : FLOAT, shapeOfAll(step.images));
    if (this.asBytes) graph.placeholder('divisor', FLOAT, []);
    graph.placeholder('labels', FLOAT, shapeOfAll(step.labels));
    graph.placeholder('order', INT, [-1]);
    for (const name of ['row', 'first', 'end']) graph.placeholder(name, INT, []);
  }

  /** The weights that a fused optimizer changes in place; answers their handles. */
  private giveWeights(): Map<tf.Variable, Node> {
    const { loop, state, body, step } = this;
    const handles = new Map<tf.Variable, Node>();
    for (const weight of step.gradients.keys()) {
      const handle = state.keep(weight);
      handles.set(weight, handle);
      body.give(entry(step.reads, weight), state.read(handle, loop.counter.now));
    }
    return handles;
  }

  /** Variables that the recorded calls change, or that they only read. */
  private giveOthers(): { variable: LoopVariable; after: number }[] {
    const { state, body, step } = this;
    const changing = new Set(step.changes.map(({ variable }) => variable));
    for (const [variable, id] of step.reads) {
      const isFrozen = !changing.has(variable) && !step.gradients.has(variable);
      if (isFrozen && body.reads(id)) body.give(id, state.freeze(variable));
    }
    return step.changes.map(({ variable, before, after }) => {
      const carried = state.carry(variable);
      body.give(before, carried.now);
      return { variable: carried, after };
    });
  }

  /**
   * Adds loss and metrics to their sums, as often as there are examples in the batch, and counts the steps whose
   * loss is neither NaN nor infinite. In one row, for each node of a turn costs as much as a small sum itself.
   */
  private addUp(): Sums {
    const { graph, loop, body, step, batchSize } = this;
    const results = step.results.map((id) => body.node(id));
    const N = attribute.whole(results.length + 1);
    const row = graph.add('Pack', [...results, this.isFinite(at(results, 0))], {
      ...{ T: attribute.type(FLOAT), N, axis: attribute.whole(0) },
    });
    const weights = loop.floats([...results.map(() => batchSize), 1]);
    const input = graph.placeholder('sums', FLOAT, [results.length + 1]);
    const sums = loop.variable(input, FLOAT);
    const weighted = graph.binary('Mul', row, weights, FLOAT);
    loop.next(sums, graph.binary('AddV2', sums.now, weighted, FLOAT));
    return { input, last: sums.last };
  }

  /** One or zero. */
  private isFinite(loss: Node): Node {
    const isFinite = this.graph.add('IsFinite', [loss], { T: attribute.type(FLOAT) });
    const settings = { SrcT: attribute.type(BOOL), DstT: attribute.type(FLOAT) };
    return this.graph.add('Cast', [isFinite], settings);
  }

  /** Changes the weights; only then may the next turn begin. */
  private closeTurn(handles: ReadonlyMap<tf.Variable, Node>): void {
    const { graph, loop, state, body, step } = this;
    const weights = [...handles].map(([weight, handle]) => ({
      handle,
      place: step.weights.indexOf(weight),
      gradient: body.node(entry(step.gradients, weight)),
    }));
    const updates = step.optimizer
      ? updateWeights(graph, loop, state, step.optimizer, weights)
      : [];
    loop.next(loop.counter, graph.binary('AddV2', loop.counter.now, loop.whole(1), INT), updates);
  }
}
