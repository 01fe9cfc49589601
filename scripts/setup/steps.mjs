// Set-up, step by step: what is done is found done, what was interrupted is done again, what changed is redone.
// Steps that do not need each other run side by side: npm waits for the network while Python unpacks.
import { join } from 'node:path';
import { data } from './data.mjs';
import { endWith } from './failure.mjs';
import { kernel } from './kernel.mjs';
import { library } from './library.mjs';
import { takeLock } from './lock.mjs';
import { checkMachine } from './machine.mjs';
import { checkAddressSpace, checkNode, checkPlatform } from './node.mjs';
import { packages } from './packages.mjs';
import { say, showProgress } from './progress.mjs';
import { cache } from './project.mjs';
import { python } from './python.mjs';
import { onChildren, stopChildren } from './run.mjs';
import { tensorflow } from './tensorflow.mjs';
import { types } from './types.mjs';
import { storedPart } from './tensorflow/place.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => boolean} isDone looks at what is there, quickly
 * @property {(progress: import('./progress.mjs').Progress) => Promise<string>} run says in a few words what it made
 */

/**
 * Each step with those that must be done before it.
 * @type {ReadonlyMap<Step, readonly Step[]>}
 */
const NEEDS = new Map([
  [packages, []],
  [python, []],
  [library, [packages]],
  [types, [library]],
  [tensorflow, [packages, python]],
  [kernel, [python]],
  [data, [tensorflow, library]],
]);

export const steps = [...NEEDS.keys()];

/** @param {Step[]} wanted all of them, unless one is wanted for itself */
export async function setUp(wanted = steps) {
  const started = Date.now();
  checkNode();
  checkPlatform();
  checkAddressSpace();
  const lock = await takeLock(join(cache, 'setup'), (pid) =>
    console.log(`Another set-up is at work (process ${pid || '?'}); waiting until it has ended …`),
  );
  onChildren(lock.nameChildren);
  const stop = stopsCleanly(lock.release);
  try {
    await checkMachine({
      python: wanted.includes(python) && !python.isDone(),
      tensorflow: wanted.includes(tensorflow) && !storedPart(),
    });
    if (!(await performAll(wanted)).includes(true))
      console.log(`Set-up: everything is there (${secondsSince(started)})`);
  } finally {
    stop();
    lock.release();
  }
}

/**
 * Each as soon as those that it needs are done. After a failure none is begun, but those under way come to
 * their ends, so that the next call need not do them again.
 * @param {readonly Step[]} wanted @returns {Promise<boolean[]>} of each, whether there was something to do
 */
async function performAll(wanted) {
  let failed = false;
  /** @type {Map<Step, Promise<boolean>>} */
  const begun = new Map();
  for (const step of wanted) {
    const before = (NEEDS.get(step) ?? []).map((needed) => begun.get(needed));
    const work = Promise.all(before).then(() => !failed && perform(step));
    begun.set(step, work);
    work.catch(() => (failed = true));
  }
  await Promise.allSettled(begun.values());
  return Promise.all(begun.values());
}

/** @param {Step} step @returns {Promise<boolean>} whether there was something to do */
async function perform(step) {
  if (step.isDone()) return false;
  const started = Date.now();
  const progress = showProgress(step.name);
  try {
    const result = await step.run(progress);
    progress.end();
    say(`✓ ${step.name}: ${result} (${secondsSince(started)})`);
  } finally {
    progress.end();
  }
  return true;
}

/** Ctrl-C during set-up: stop the program at work, let the lock go, and say that nothing is lost.
 * @param {() => void} release @returns {() => void} to call when set-up is over */
function stopsCleanly(release) {
  const stopped = () => {
    stopChildren();
    release();
    console.log('\nStopped. The next call goes on from here.');
    process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.once(signal, stopped);
  return () => signals.forEach((signal) => process.removeListener(signal, stopped));
}

/** @param {number} started */
const secondsSince = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`;

/** Runs a command of the project: after set-up, with every failure told with its cure.
 * @param {() => Promise<void>} command */
export async function afterSetUp(command) {
  try {
    await setUp();
    await command();
  } catch (error) {
    endWith(error);
  }
}
