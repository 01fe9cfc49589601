// The run of a cell: what becomes of it, and which run a piece of code belongs to, however late it comes.
'use strict';
const { AsyncLocalStorage } = require('node:async_hooks');

// Code that Node cuts off runs no `finally`; TensorFlow.js then needs mending (src/tfjs/cut-off.ts).
const CUT_OFF = Symbol.for('nnlab.cutOff');

/** @type {AsyncLocalStorage<Run>} */
const storage = new AsyncLocalStorage();

class Run {
  /** @param {number} number the cell's number, as in `In [3]` @param {string} code */
  constructor(number, code) {
    this.number = number;
    this.code = code;
    /** @type {number | undefined} when Stop was pressed */
    this.stopPressed = undefined;
    /** Whether Stop ends it at its next await; training that ends itself does not need that. */
    this.stopped = false;
    /** @type {{ value: unknown } | undefined} what was thrown */
    this.failure = undefined;
    /** @type {import('./tslab-inside').Converted['diagnostics']} */
    this.mistakes = [];
    /** Whether it awaits something outside of any function. */
    this.awaits = false;
    /** @type {readonly string[]} that it declares */
    this.names = [];
    /** @type {unknown} the value of the last expression */
    this.result = undefined;
    /** @type {import('./source-lines.cjs').Maps} */
    this.maps = {};
  }

  /** The first failure counts. @param {unknown} value */
  fail(value) {
    this.failure ??= { value };
    // Node itself has ended the cell's first piece; what that began must not go on either.
    if (/** @type {any} */ (value)?.code !== 'ERR_SCRIPT_EXECUTION_INTERRUPTED') return;
    this.stop();
    /** @type {any} */ (globalThis)[CUT_OFF]?.();
  }

  stop() {
    this.stopPressed ??= performance.now();
    this.stopped = true;
  }

  get failed() {
    return this.failure !== undefined || this.mistakes.length > 0;
  }
}

/** @type {Run | undefined} */
let running;
/** @type {Run | undefined} */
let last;
/** @type {Map<number, Run>} kept, since a later cell may call what an earlier one defined */
const runs = new Map();

/** @template T @param {Run} run @param {() => Promise<T>} work @returns {Promise<T>} */
async function runAs(run, work) {
  running = last = run;
  runs.set(run.number, run);
  try {
    return await storage.run(run, work);
  } finally {
    running = undefined;
  }
}

module.exports = {
  Run,
  runAs,
  /** The cell that runs now. */
  runningCell: () => running,
  /** The cell that runs now or ran last. */
  lastCell: () => last,
  /** The cell whose code has led to the place that asks. */
  cellOfThisCode: () => storage.getStore(),
  /** Those of the learner, in their order. */
  allRuns: () => [...runs.values()],
  /** @param {number} number */
  cellNumbered: (number) => runs.get(number),
};
