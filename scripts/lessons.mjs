// Where the lessons are and how one is executed: shared by the notebook commands, the handouts and the tests.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checksFile, withChecks } from './checks.mjs';
import { takeLock } from './setup/lock.mjs';
import { pythonEnv } from './setup/project.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const notebooks = join(root, 'notebooks');
const python = join(root, '.venv', 'bin', 'python');

/** @typedef {'full' | 'quick' | 'sample'} Mode */
/**
 * @typedef {object} Report
 * @property {number} seconds
 * @property {string | null} error
 * @property {string | null} gap where an assignment ended, in its own words
 * @property {string[]} stderr
 * @property {string[]} rejections
 * @property {Record<string, number>} checks how many numbers were found as the lesson says, by cell id
 * @property {string[]} failed the other ones, each in a sentence
 */

/** The lessons' names in teaching order, without `.ipynb`. */
export function lessonNames() {
  return readdirSync(notebooks)
    .filter((file) => file.endsWith('.ipynb'))
    .map((file) => file.slice(0, -'.ipynb'.length))
    .sort();
}

/**
 * @param {string} name
 */
export function lessonFile(name) {
  return join(notebooks, `${name}.ipynb`);
}

/**
 * Where the executed copy of a lesson lies.
 * @param {string} name
 * @param {Mode} mode
 */
export function executedFile(name, mode = 'full') {
  return join(root, 'build', 'executed', mode, `${name}.ipynb`);
}

/**
 * The report of the last execution, if there is one.
 * @param {string} name
 * @param {Mode} mode
 * @returns {Report | null}
 */
export function reportOf(name, mode = 'full') {
  const file = reportFile(name, mode);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * @param {string} name
 * @param {Mode} mode
 */
function reportFile(name, mode) {
  return reportBeside(executedFile(name, mode));
}

/** @param {string} executed */
function reportBeside(executed) {
  return executed.replace(/\.ipynb$/, '.report.json');
}

/**
 * What an execution depends on: the lesson, its checks, the compiled library and what mends the kernel.
 * @param {string} name
 */
function fingerprint(name) {
  const hash = createHash('sha256').update(readFileSync(lessonFile(name)));
  const code = ['dist', 'scripts/kernel'].flatMap((folder) => filesUnder(join(root, folder)));
  const checks = checksFile(name);
  for (const file of existsSync(checks) ? [checks, ...code] : code) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesUnder(path) : [path];
    });
}

/**
 * True when the executed copy belongs to the lesson and library as they are now.
 * @param {string} name
 * @param {Mode} mode
 */
export function isFresh(name, mode = 'full') {
  const stamp = `${executedFile(name, mode)}.stamp`;
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(name);
}

/**
 * Executes one lesson in its kernel, unless it is done; two who ask at once share one run.
 * @param {string} name
 * @param {Mode} mode
 * @returns {Promise<Report>}
 */
export async function execute(name, mode = 'full') {
  const out = executedFile(name, mode);
  const lock = await takeLock(join(root, 'build', 'executed', '.locks', `${mode}-${name}`));
  try {
    if (!isFresh(name, mode)) {
      const stamp = fingerprint(name);
      const report = await executeFile(checkedCopy(name, mode), out, mode);
      if (isClean(report)) writeFileSync(`${out}.stamp`, stamp);
    }
    const report = reportOf(name, mode);
    if (!report) throw new Error(`${name}: the run ended without a report.`);
    return report;
  } finally {
    lock.release();
  }
}

/**
 * Writes a copy of a lesson that checks its numbers, in build/, and says where.
 * @param {string} name
 * @param {string} folder
 */
export function checkedCopy(name, folder) {
  const file = join(root, 'build', 'checked', folder, `${name}.ipynb`);
  mkdirSync(dirname(file), { recursive: true });
  const notebook = JSON.parse(readFileSync(lessonFile(name), 'utf8'));
  writeFileSync(file, JSON.stringify(withChecks(notebook, name)));
  return file;
}

/**
 * Executes any notebook and writes the executed copy, with its report beside it.
 * @param {string} source
 * @param {string} out
 * @param {Mode} mode
 * @returns {Promise<Report>}
 */
export async function executeFile(source, out, mode) {
  mkdirSync(dirname(out), { recursive: true });
  const report = reportBeside(out);
  rmSync(report, { force: true });
  const script = join(root, 'scripts', 'execute.py');
  const code = await finished(
    spawn(python, [script, source, out, report], {
      env: { ...pythonEnv(), ...environmentOf(mode) },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  if (!existsSync(report)) throw new Error(`${source}: no report (exit code ${code}).`);
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** @param {Report} report */
function isClean({ error, stderr, rejections, failed }) {
  return !error && !stderr.length && !rejections.length && !failed.length;
}

/**
 * @param {Mode} mode
 * @returns {Record<string, string>}
 */
function environmentOf(mode) {
  if (mode === 'quick') return { NNLAB_QUICK: '1' };
  if (mode === 'sample') return { NNLAB_QUICK: '', NNLAB_DATA: 'sample' };
  return { NNLAB_QUICK: '' };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function finished(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Executes what is not fresh, `jobs` at a time; tells each end.
 * @param {string[]} names
 * @param {Mode} mode
 * @param {number} jobs
 * @param {(name: string, report: Report) => void} tell
 */
export async function executeAll(names, mode, jobs, tell) {
  const waiting = names.filter((name) => !isFresh(name, mode));
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      tell(name, await execute(name, mode));
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
}
