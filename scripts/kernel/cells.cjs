// Fault: tslab writes an error as a line on stderr and the last expression as a line on stdout, answers a
// failed cell without the error's name, and drops in silence what arrives within 200 ms after it.
// Mended: Jupyter's own messages, `error`, `execute_result` and the status "aborted".
'use strict';
const { setImmediate: nextTurn } = require('node:timers/promises');
const { Run, lastCell, runAs, runningCell } = require('./run.cjs');
const { cellQueue } = require('./queue.cjs');
const { clearAwayGrown } = require('./clear-away.cjs');
const { errorContent } = require('./error-content.cjs');
const { giveBack, reachedBy } = require('./given-back.cjs');
const { lossOf, modelsIn } = require('./lost-models.cjs');
const { noteNames } = require('./lost-names.cjs');
const { bundleOf } = require('./result.cjs');

/** @typedef {import('./tslab-inside').Server} Server */
/** @typedef {import('./tslab-inside').Say} Say */

/** @param {import('./tslab-inside').Tslab} tslab */
function mendCells(tslab) {
  hearOutcomes(tslab);
  const { prototype } = tslab.jupyter.ZmqServer;
  /** @type {WeakMap<Server, ReturnType<typeof cellQueue>>} */
  const queues = new WeakMap();
  const { close } = prototype;
  /** @type {WeakSet<Server>} */
  const closed = new WeakSet();
  prototype.close = function () {
    closed.add(this);
    close.call(this);
  };
  prototype.handleExecute = async function (socket, message) {
    /** @param {string} type @param {object} content @param {unknown} to */
    const send = (type, content, to) => {
      // What goes on behind a cell has nobody to speak to when the kernel ends.
      if (closed.has(this)) return;
      const reply = message.createReply();
      reply.header.msg_type = type;
      reply.content = content;
      reply.signAndSend(this.connInfo.key, to);
    };
    const { handler } = this;
    const queue = queues.get(this) ?? cellQueue();
    queues.set(this, queue);
    /** @type {Say} */
    const say = (type, content) => send(type, content, this.iopub);
    const request = /** @type {import('./tslab-inside').Request} */ (message.content);
    const reply = await queue({
      run: () => runCell(tslab, handler, request, say),
      stopOnError: request.stop_on_error !== false,
      stopPressed: () => lastCell()?.stopPressed,
      drop(why) {
        if (why) say('stream', { name: 'stderr', text: `${why}\n` });
        return { status: 'aborted', execution_count: handler.execCount };
      },
    });
    send('execute_reply', reply, socket);
    // The learner has the answer first.
    void nextTurn().then(clearAwayGrown);
  };
}

/** What tslab's executor would print of a cell, the running cell is told. @param {import('./tslab-inside').Tslab} tslab */
function hearOutcomes({ executor }) {
  const { createExecutor } = executor;
  executor.createExecutor = (root, converters, console) =>
    createExecutor(root, converters, {
      log(value) {
        const run = runningCell();
        if (run) run.result = value;
        else console.log(value);
      },
      error(...said) {
        const run = runningCell();
        // A mistake found before the cell ran has been kept with its place; this is its text.
        if (run && said.length === 1) run.fail(said[0]);
        else if (!run?.mistakes.length) console.error(...said);
      },
    });
}

/**
 * @param {import('./tslab-inside').Tslab} tslab
 * @param {import('./tslab-inside').Handler} handler
 * @param {import('./tslab-inside').Request} request
 * @param {Say} say
 */
async function runCell(tslab, handler, { code, silent = false }, say) {
  const run = new Run(silent ? handler.execCount : ++handler.execCount, code);
  const execution_count = run.number;
  try {
    if (!silent) say('execute_input', { code, execution_count });
    directOutput(tslab, handler, say);
    await lookedAfter(handler.executor, run, say);
  } catch (error) {
    // What is done around a cell may fail as well: it has its answer all the same.
    run.fail(error);
  }
  if (run.failed) {
    const content = errorContent(run);
    say('error', content);
    return { status: 'error', execution_count, ...content };
  }
  if (run.result !== undefined && !silent) {
    say('execute_result', { execution_count, ...bundleOf(run.result) });
  }
  return { status: 'ok', execution_count, payload: [], user_expressions: {} };
}

/**
 * Runs the cell; afterwards memory that no name reaches any more is given back, and lost models are named.
 * @param {import('./tslab-inside').Executor} executor @param {import('./run.cjs').Run} run @param {Say} say
 */
async function lookedAfter(executor, run, say) {
  const { locals } = executor;
  const models = modelsIn(locals);
  const reached = reachedBy(locals);
  await runAs(run, async () => {
    try {
      await executor.execute(run.code);
    } catch (error) {
      run.fail(error);
    }
    // A promise that nobody awaits is known to have failed only after this turn.
    await nextTurn();
  });
  noteNames(run);
  giveBack(reached, locals);
  for (const text of lossOf(models, locals)) say('stream', { name: 'stderr', text });
}

/**
 * What is written from now on appears below this cell.
 * @param {import('./tslab-inside').Tslab} tslab
 * @param {import('./tslab-inside').Handler} handler
 * @param {Say} say
 */
function directOutput({ jupyter }, handler, say) {
  /** @param {string} name @param {string} text */
  const write = (name, text) => say('stream', { name, text });
  process.stdout.write = handler.createWriteToIopub('stdout', write);
  process.stderr.write = handler.createWriteToIopub('stderr', write);
  /** @param {object} content @param {boolean} update */
  jupyter.lastWriteDisplayData = (content, update) =>
    say(update ? 'update_display_data' : 'display_data', content);
}

module.exports = { mendCells, hearOutcomes, runCell };
