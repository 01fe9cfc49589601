// What a class takes of a machine: learners who run lesson 2 in quick mode at once, through a hub.
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { anyPorts } from '../setup/port.mjs';
import { startHub } from './hub.mjs';
import { learnerNames, newSecrets, trialConfiguration } from './trial.mjs';
import { MAY_VISIT, visit } from './visit.mjs';

const LESSON = '02-fashion-from-csv.ipynb';
const SAMPLE_MS = 1000;

/** @param {number[]} sizes how many learners at once, one measurement each */
export async function measureClass(sizes) {
  console.log('learners | ready, s | lesson 2, s | slower than one | memory each, MB | all, GB');
  let alone = 0;
  for (const size of sizes) {
    const { ready, lesson, peak } = await measured(size);
    alone ||= lesson;
    const columns = [
      size,
      ready.toFixed(0),
      lesson.toFixed(0),
      `${(lesson / alone).toFixed(1)} x`,
      (peak / size / 1e6).toFixed(0),
      (peak / 1e9).toFixed(1),
    ];
    console.log(columns.join(' | '));
  }
}

/** @param {number} size */
async function measured(size) {
  const token = randomBytes(16).toString('hex');
  const names = learnerNames(size);
  const [port = 0] = await anyPorts(1);
  const trial = { names, port, system: false, secrets: newSecrets(), lines: MAY_VISIT };
  const { file, url, how } = await trialConfiguration(trial);
  const env = { ...how.env, NNLAB_CLASS_TOKEN: token, NNLAB_QUICK: '1' };
  const hub = await startHub(file, { ...how, env });
  const memory = watchMemory();
  try {
    const visits = await visit({ python: hub.python, url, token, notebook: LESSON, names });
    const failed = visits.find(({ problems }) => problems.length > 0);
    if (failed) throw new Error(`${failed.learner}: ${failed.problems[0]}`);
    return {
      ready: Math.max(...visits.map(({ ready }) => ready)),
      lesson: Math.max(...visits.map(({ lesson }) => lesson)),
      peak: memory.peak(),
    };
  } finally {
    memory.stop();
    await hub.stop();
  }
}

/** The most that servers and kernels of all learners had together. */
function watchMemory() {
  let peak = 0;
  let over = false;
  const watch = async () => {
    while (!over) {
      peak = Math.max(peak, learnersMemory());
      await wait(SAMPLE_MS);
    }
  };
  void watch();
  return { peak: () => peak, stop: () => void (over = true) };
}

/** What is shared by several counts in parts (PSS), so that the sum is what the machine needs. */
function learnersMemory() {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter(isLearners).reduce((sum, pid) => sum + proportionalSize(pid), 0);
}

/** @param {string} pid */
const isLearners = (pid) => /\0JUPYTERHUB_USER=/.test(read(`/proc/${pid}/environ`));

/** @param {string} pid */
function proportionalSize(pid) {
  const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  return Number(kilobytes) * 1024;
}

/** A process may have ended, or be another user's. @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
