// Step: a Python environment of the project's own, with JupyterLab and nbconvert in pinned versions.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cureFor } from './cure.mjs';
import { Failure } from './failure.mjs';
import { hashOf, pythonEnv, root, textOf, venv } from './project.mjs';
import { run } from './run.mjs';

const OLDEST = [3, 10];
const CANDIDATES = [
  'python3',
  'python3.14',
  'python3.13',
  'python3.12',
  'python3.11',
  'python3.10',
  'python',
];
const ABOUT = 'import sys, json; print(json.dumps([sys.version_info[:3], sys.executable]))';
const REQUIREMENTS = 'scripts/requirements.txt';

/** @type {import('./steps.mjs').Step} */
export const python = {
  name: 'Python environment',
  isDone: () => isMade(venv, REQUIREMENTS),
  run: (progress) => makeEnvironment(venv, REQUIREMENTS, progress),
};

/** An environment is finished when its last file says so, for these requirements and this place.
 * @param {string} folder @param {string} requirements */
export function isMade(folder, requirements) {
  return (
    existsSync(join(folder, 'bin', 'python')) && textOf(stampOf(folder)) === wanted(requirements)
  );
}

/**
 * @param {string} folder @param {string} requirements a pinned list with hashes, relative to the project
 * @param {import('./progress.mjs').Progress} [progress]
 */
export async function makeEnvironment(folder, requirements, progress) {
  const { command, version } = findPython();
  // What is left of an interrupted one cannot be trusted: pip takes half a package for a whole one.
  rmSync(folder, { recursive: true, force: true });
  await run(command, ['-m', 'venv', folder], {
    doing: 'making .venv',
    failed: `${command} cannot make a virtual environment`,
    cure: cureFor(['venv']),
    env: pythonEnv(),
    progress,
  });
  await addPackages(folder, requirements, progress);
  writeFileSync(stampOf(folder), wanted(requirements));
  return `Python ${version}`;
}

// A list holds all that is wanted: what a package asks for besides is there already, or left out for a reason.
const INSTALL = [
  ...['-m', 'pip', 'install', '--require-hashes', '--no-deps'],
  ...['--no-input', '--progress-bar', 'off'],
];

/**
 * @param {string} folder of an environment @param {string} requirements as above
 * @param {import('./progress.mjs').Progress} [progress]
 */
export async function addPackages(folder, requirements, progress) {
  await run(join(folder, 'bin', 'python'), [...INSTALL, '-r', requirements], {
    doing: 'pip gets the packages',
    failed: 'pip could not install the Python packages',
    cure: 'Check the network (pip must reach its package index), then call again.',
    env: pythonEnv(),
    progress,
  });
}

/** @returns {{ command: string, executable: string, version: string }} the first Python that is new enough */
export function findPython() {
  const chosen = process.env['NNLAB_PYTHON'];
  let tooOld = '';
  for (const candidate of chosen ? [chosen] : CANDIDATES) {
    const found = askPython(candidate);
    if (!found) continue;
    const [major = 0, minor = 0] = found.numbers;
    if (major === OLDEST[0] && minor >= Number(OLDEST[1])) {
      return { command: candidate, executable: found.executable, version: found.numbers.join('.') };
    }
    tooOld ||= `; ${candidate} is ${found.numbers.join('.')}`;
  }
  throw new Failure(`No Python 3.10 or newer was found${tooOld}.`, cureFor(['python']));
}

/** Debian ships Python without it: `python3 -m venv` then fails half-way.
 * @param {string} executable */
export function hasVenv(executable) {
  try {
    execFileSync(executable, ['-c', 'import ensurepip, venv'], {
      stdio: 'ignore',
      timeout: 20_000,
    });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} command */
function askPython(command) {
  try {
    const answer = execFileSync(command, ['-c', ABOUT], {
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 20_000,
    });
    /** @type {[number[], string]} */
    const [numbers, executable] = JSON.parse(answer);
    return { numbers, executable };
  } catch {
    return undefined;
  }
}

/** @param {string} requirements a moved project needs a new environment: its scripts hold its path */
const wanted = (requirements) => hashOf({ texts: [root], paths: [requirements] });

/** @param {string} folder */
const stampOf = (folder) => join(folder, 'nnlab-made.txt');
