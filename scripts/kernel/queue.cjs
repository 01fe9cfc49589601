// Cells run one after the other; when one fails, those that were sent before that do not run.
'use strict';
const { setTimeout: pause } = require('node:timers/promises');

// What was sent before the failure may still lie in the socket: so long it may take to be read.
const READING_TIME = 20;
// While the processor is busy, Stop and cells come in together, whichever was first.
const SAME_MOMENT = 300;
// A cell sent by hand so shortly before that is told that it did not run.
const BY_HAND = 1000;

/** @typedef {{ status: string }} Reply */
/**
 * @typedef {object} Cell
 * @property {() => Promise<Reply>} run
 * @property {boolean} stopOnError
 * @property {(why: string) => Reply} drop what it is answered when it does not run; `why` is shown
 * @property {() => number | undefined} stopPressed when Stop was pressed in the cell that ran last
 */
/** @typedef {Cell & { answer: (reply: Reply) => void, sent: number }} Waiting */

/** The cells behind one that could not be run must not wait for ever. @param {any} error */
const notRun = (error) => ({
  status: 'error',
  ename: String(error?.name),
  evalue: String(error?.message ?? error),
  traceback: [],
});

function cellQueue() {
  /** @type {Waiting[]} */
  let waiting = [];
  let busy = false;

  async function work() {
    busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const reply = await next.run().catch(notRun);
      // Before the client hears of a failure: whatever it sends after that, runs.
      const failed = reply.status === 'error' && next.stopOnError;
      if (failed) await pause(READING_TIME);
      next.answer(reply);
      if (failed) dropSentBefore(next.stopPressed());
    }
    busy = false;
  }

  /** Somebody who has pressed Stop and then runs a cell means it. @param {number} [stopped] */
  function dropSentBefore(stopped = Infinity) {
    const until = stopped + SAME_MOMENT;
    const dropped = waiting.filter(({ sent }) => sent <= until);
    waiting = waiting.filter(({ sent }) => sent > until);
    for (const { sent, drop, answer } of dropped) {
      const doubtful = sent > stopped - BY_HAND;
      answer(drop(doubtful ? 'This cell did not run: Stop ended the one before it.' : ''));
    }
  }

  /** @param {Cell} cell @returns {Promise<Reply>} */
  return (cell) =>
    new Promise((answer) => {
      waiting.push({ ...cell, answer, sent: performance.now() });
      if (!busy) void work();
    });
}

module.exports = { cellQueue };
