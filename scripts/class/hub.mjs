// A class's hub: its programs, its settings, and the hub itself while it runs.
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { classPython } from '../setup/class.mjs';
import { Failure } from '../setup/failure.mjs';
import { programsFromNpm } from '../setup/from-npm.mjs';
import { startWithUs } from '../setup/with-us.mjs';
import { LOOPBACK } from '../setup/port.mjs';
import { inProject, pythonEnv } from '../setup/project.mjs';

const START_MS = 60_000;
const GONE_MS = 40_000;

/** @typedef {{ python: string, ended: Promise<number>, logFile: string, stop(): Promise<void> }} Hub */

const HEAD = `# Made by npm run class; add settings of your own below.
import os
import sys

sys.path.insert(0, os.environ["NNLAB_CLASSROOM"])
from nnlab_hub.config import configure

c = get_config()
`;

/** Writes a configuration, unless the instructor has one already.
 * @param {string} file @param {string[]} lines */
export function writeConfiguration(file, lines) {
  if (existsSync(file)) return;
  // What the hub keeps beside it (names, keys for cookies) is nobody else's.
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${HEAD}${lines.join('\n')}\n`);
}

/** Asked at the hub itself, whatever stands before it. @param {number} port */
export const healthOf = (port) => `http://${LOOPBACK}:${port}/hub/health`;

/**
 * Starts a hub in the folder of its configuration.
 * @param {string} file @param {{ health: string[], env?: Record<string, string> }} how health: what must answer, in turn
 * @returns {Promise<Hub>}
 */
export async function startHub(file, { health, env = {} }) {
  const python = await classPython();
  await programsFromNpm('hub', "JupyterHub's proxy");
  const logFile = join(dirname(file), 'hub.log');
  const log = openSync(logFile, 'a');
  const { child, ended } = startWithUs(python, ['jupyterhub', `--config=${file}`], {
    cwd: dirname(file),
    env: { ...pythonEnv(), NNLAB_CLASSROOM: inProject('classroom'), ...env },
    output: log,
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, wait(GONE_MS, undefined, { ref: false })]);
  };
  try {
    for (const address of health) await answering(address, ended, stop);
  } catch (error) {
    process.stderr.write(readFileSync(logFile));
    throw error;
  }
  return { python, logFile, ended, stop };
}

/** @param {string} address @param {Promise<number>} ended @param {() => Promise<void>} stop */
async function answering(address, ended, stop) {
  const started = Date.now();
  let over = false;
  void ended.then(() => (over = true));
  while (!over && Date.now() - started < START_MS) {
    const reply = await fetch(address).catch(() => undefined);
    if (reply?.ok) return;
    await wait(200);
  }
  await stop();
  throw new Failure(
    over ? 'The hub ended while starting.' : 'The hub did not answer within a minute.',
    'What it says above names the reason.',
  );
}
