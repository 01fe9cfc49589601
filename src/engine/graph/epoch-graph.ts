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
  /** What goes into a run: the images, `INPUTS`, a sum for each result, a count, then `state`. */
  readonly inputs: readonly Node[];
  /** What comes out: the sums, how many steps had a finite loss, then `changed`. */
  readonly outputs: readonly Node[];
  /** The variables whose values go in. */
  readonly state: readonly tf.Variable[];
  /** Those of them that come out changed. */
  readonly changed: readonly tf.Variable[];
}

/** A number that grows with every turn of the loop. */
interface Sum {
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
    const sums = [...this.addResults(), this.countFinite()];
    for (const { variable, after } of carried) this.loop.next(variable, body.node(after));
    this.closeTurn(handles);
    const changed = state.changed();
    return {
      savedModel: graph.savedModel(),
      inputs: [
        'images',
        ...(this.asBytes ? ['divisor'] : []),
        ...INPUTS,
        ...sums.map(({ input }) => input),
        ...state.held.map(({ input }) => input),
      ],
      outputs: [...sums.map(({ last }) => last), ...changed.map(({ result }) => result)],
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

  /** Adds loss and metrics, as often as there are examples in the batch, to their sums. */
  private addResults(): Sum[] {
    const { graph, loop, body, step, batchSize } = this;
    return step.results.map((id, i) => {
      const weighted = graph.binary('Mul', body.node(id), loop.float(batchSize), FLOAT);
      return this.addUp(`sum${i}`, weighted);
    });
  }

  /** Counts the steps whose loss is neither NaN nor infinite. */
  private countFinite(): Sum {
    const { graph, body, step } = this;
    const loss = body.node(at(step.results, 0));
    const isFinite = graph.add('IsFinite', [loss], { T: attribute.type(FLOAT) });
    const settings = { SrcT: attribute.type(BOOL), DstT: attribute.type(FLOAT) };
    return this.addUp('finite', graph.add('Cast', [isFinite], settings));
  }

  private addUp(name: string, value: Node): Sum {
    const { graph, loop } = this;
    const input = graph.placeholder(name, FLOAT, []);
    const sum = loop.variable(input, FLOAT);
    loop.next(sum, graph.binary('AddV2', sum.now, value, FLOAT));
    return { input, last: sum.last };
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
