// Step: TensorFlow's native part for tfjs-node, whose own install script stops everything where its host is blocked.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { say } from './progress.mjs';
import { loadTensorFlow } from './tensorflow/load.mjs';
import { isOffered, takeOfficial } from './tensorflow/official.mjs';
import { isLinked, link, removeOlder, storeFolder, storedPart } from './tensorflow/place.mjs';
import { makeFromWheel } from './tensorflow/wheel.mjs';

/** @typedef {import('./progress.mjs').Progress} Progress */
/** @typedef {import('./tensorflow/place.mjs').Made} Made */

/** @type {import('./steps.mjs').Step} */
export const tensorflow = {
  name: 'TensorFlow',
  isDone: () => storedPart() !== undefined && isLinked(),
  async run(progress) {
    const stored = storedPart();
    if (stored) {
      link();
      return `${stored.version}, from the project's cache`;
    }
    const made = (isOffered() && (await tryOfficial(progress))) || (await build(progress));
    return `${made.version}, ${made.way}`;
  },
};

/** @param {Progress} progress @returns {Promise<Made | undefined>} */
async function tryOfficial(progress) {
  try {
    return await make(takeOfficial, progress);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n').at(-1) : error;
    say(`  TensorFlow: no ready-made part (${why}); building it from PyPI's library instead`);
    return undefined;
  }
}

/** @param {Progress} progress @returns {Promise<Made>} */
async function build(progress) {
  try {
    return await make(makeFromWheel, progress);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `TensorFlow was built but does not load: ${why}`,
      'Update the system (its C library may be too old for TensorFlow: glibc 2.17 or newer), delete .cache/tensorflow, then call again.',
    );
  }
}

/**
 * Makes it beside its place, moves it there whole, and takes it back if it does not load.
 * @param {(folder: string, progress: Progress) => Promise<Made>} way @param {Progress} progress
 */
async function make(way, progress) {
  const store = storeFolder();
  const part = `${store}.part`;
  for (const folder of [part, store]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  try {
    const made = await way(part, progress);
    renameSync(part, store);
    link();
    progress.note('loading');
    loadTensorFlow();
    writeFileSync(join(store, 'made.json'), JSON.stringify(made));
    removeOlder();
    return made;
  } catch (error) {
    if (existsSync(store)) rmSync(store, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}
