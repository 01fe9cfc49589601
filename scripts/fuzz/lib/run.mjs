// Runs one target for a while: watches its process, starts it anew after a hang or a crash, keeps what it found.
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inProject } from '../../setup/project.mjs';
import { ANEW, casesOf } from './cases.mjs';
import { loadTarget } from './target.mjs';

/** @typedef {import('./child.mjs').Work} Work */
/** @typedef {import('./child.mjs').Message} Message */
/** @typedef {{ case: number, wrong: string }} Finding */
/** @typedef {{ read: number, refused: number, findings: Finding[] }} Result */

const MOST_FINDINGS = 10;
const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));

/** @param {Work} work @returns {Promise<Result>} */
export async function runTarget(work) {
  /** @type {Result} */
  const result = { read: 0, refused: 0, findings: [] };
  let first = work.first;
  do {
    const next = await runChild({ ...work, first }, result);
    if (next === undefined) break;
    first = next;
  } while (first <= work.last && result.findings.length < MOST_FINDINGS && Date.now() < work.end);
  return result;
}

/**
 * Answers the case to go on with when the process broke, undefined when it came to its end.
 * @param {Work} work @param {Result} result @returns {Promise<number | undefined>}
 */
function runChild(work, result) {
  const child = fork(CHILD, [JSON.stringify(work)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let now = work.first;
  let broken = '';
  const hang = () => {
    broken = `the reader is at work after ${work.patience / 1000} s`;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(hang, work.patience);
  child.on('message', (/** @type {Message} */ message) => {
    clearTimeout(timer);
    timer = setTimeout(hang, work.patience);
    now = message.case;
    if (message.wrong) result.findings.push({ case: now, wrong: message.wrong });
    else if (message.verdict === 'read') result.read++;
    else if (message.verdict === 'refused') result.refused++;
  });
  let said = '';
  child.stderr?.on('data', (part) => (said = `${said}${part}`.slice(-2000)));
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) return resolve(undefined);
      if (code === ANEW) return resolve(now + 1);
      const wrong = broken || `the process ended with ${signal ?? code}: ${said.trim()}`;
      result.findings.push({ case: now, wrong });
      resolve(now + 1);
    });
  });
}

/** Keeps the input of a finding; answers where.
 * @param {Work} work @param {number} number */
export async function keepInput(work, number) {
  const target = await loadTarget(work.target);
  const folder = inProject('build', 'fuzz');
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${target.name}-${work.seed}-${number}`;
  writeFileSync(file, casesOf(target, work.seed).input(number));
  return file;
}
