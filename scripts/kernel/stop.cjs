// Fault: Stop abandons a cell, but what it awaits goes on behind it, and a loop that never gives the event
// loop a turn cannot be stopped at all. Mended: each `await` of a cell is a place where Stop ends it.
'use strict';
const { setImmediate: nextTurn } = require('node:timers/promises');
const { cellOfThisCode, runningCell } = require('./run.cjs');

/** Node delivers Stop, and Jupyter its messages, only between two turns of the event loop. */
const LONGEST_TURN = 100;

// While nnlab trains it hears Stop alone, and tells it here (src/kernel/stop.ts).
const PRESSED = Symbol.for('nnlab.stopPressed');

let lastTurn = performance.now();

/** Awaits for a cell. @param {unknown} awaited */
async function step(awaited) {
  const value = await awaited;
  if (performance.now() - lastTurn > LONGEST_TURN) {
    await nextTurn();
    lastTurn = performance.now();
  }
  if (cellOfThisCode()?.stopped) throw stopped();
  return value;
}

/** What is thrown where a stopped cell would go on. */
function stopped() {
  const error = new Error('the cell was ended by Stop.');
  error.name = 'Stopped';
  return error;
}

/** @param {import('./tslab-inside').Tslab} tslab */
function mendStop({ executor }) {
  const { createExecutor } = executor;
  executor.createExecutor = (...args) => {
    const made = createExecutor(...args);
    Object.assign(/** @type {any} */ (globalThis).__tslab__, { step });
    Object.assign(globalThis, { [PRESSED]: pressed });
    const { interrupt } = made;
    made.interrupt = () => {
      runningCell()?.stop();
      interrupt();
    };
    return made;
  };
}

/** Notes that Stop was pressed, in training that ends itself. */
function pressed() {
  const run = runningCell();
  if (run) run.stopPressed ??= performance.now();
}

/** @typedef {import('@tslab/typescript-for-tslab').Node} Node */

const CELL = /(^|\/)__tslab__\.[jt]s$/;

/**
 * Puts `await __tslab__.step(…)` in place of `await …` in the compiled cell, and notes whether there is one
 * outside of its functions.
 * @param {import('./tslab-inside').Ts} ts
 * @returns {import('@tslab/typescript-for-tslab').TransformerFactory<import('@tslab/typescript-for-tslab').SourceFile>}
 */
function awaitSteps(ts) {
  return (context) => (file) => {
    const run = CELL.test(file.fileName) ? runningCell() : undefined;
    /** @param {boolean} isInside a function @returns {(node: Node) => Node} */
    const visitor = (isInside) => (node) => {
      const inner = ts.visitEachChild(node, visitor(isInside || ts.isFunctionLike(node)), context);
      if (!ts.isAwaitExpression(inner)) return inner;
      if (run && !isInside) run.awaits = true;
      return stepped(context.factory, inner);
    };
    return ts.visitEachChild(file, visitor(false), context);
  };
}

/**
 * @param {import('@tslab/typescript-for-tslab').NodeFactory} factory
 * @param {import('@tslab/typescript-for-tslab').AwaitExpression} node
 */
function stepped(factory, node) {
  const tslab = factory.createIdentifier('__tslab__');
  const step = factory.createPropertyAccessExpression(tslab, 'step');
  const call = factory.createCallExpression(step, undefined, [node.expression]);
  return factory.updateAwaitExpression(node, call);
}

module.exports = { mendStop, awaitSteps };
