// Runs vitest and counts: how many tests passed, failed and were skipped.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { inProject, beforeTensorflow, pythonEnv } from './project.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ fullName: string, status: string, failureMessages: string[] }} TestResult */
/** @typedef {{ name: string, status: string, message: string, assertionResults: TestResult[] }} FileResult */

/**
 * @param {string} name of the run: its counts are kept in build/tests/<name>.json
 * @param {string[]} args for vitest
 * @param {{ env?: Record<string, string | undefined>, node?: string }} [how]
 * @returns {Promise<Counts>}
 */
export async function runVitest(name, args, { env = pythonEnv(), node = process.execPath } = {}) {
  const report = inProject('build', 'tests', `${name}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(node, [vitest, 'run', ...reporters, ...args], {
    cwd: inProject(),
    stdio: 'inherit',
    env: { ...env, NODE_OPTIONS: withPreload(env['NODE_OPTIONS']) },
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const counts = read(report);
  for (const failure of counts.failures) console.log(failure);
  // A run that ended badly without a failed test (nothing found, a crash) is a failure too.
  if (code !== 0 && counts.failed === 0) {
    counts.failed = 1;
    console.log(`✗ ${name}: no test failed, but vitest ended with exit code ${code}`);
  }
  return counts;
}

/** @param {string} report @returns {Counts & { failures: string[] }} */
function read(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0, failures: [] };
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: FileResult[] }} */
  const result = JSON.parse(readFileSync(report, 'utf8'));
  // A file that could not even be loaded has no tests to fail.
  const broken = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken.length,
    skipped: result.numPendingTests + result.numTodoTests,
    failures: result.testResults.flatMap(failuresOf),
  };
}

/** What failed in a file, once more at the end of the run, where it is looked for.
 * @param {FileResult} file */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(inProject(), name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && assertionResults.length === 0) return [failureOf(file, message)];
  return failed.map((test) =>
    failureOf(`${file} > ${test.fullName}`, test.failureMessages.join('\n')),
  );
}

/** @param {string} where @param {string} message */
function failureOf(where, message) {
  // Vitest's own part of the stack says nothing of the test, nor does its word for a timeout.
  const lines = message
    .replace('STACK_TRACE_ERROR', 'the test took longer than it may')
    .split('\n')
    .filter((line) => !/node_modules\/@?vitest\//.test(line));
  return [`✗ ${where}`, ...lines.slice(0, 20).map((line) => `    ${line}`)].join('\n');
}

/** NODE_OPTIONS that load `before-tensorflow.cjs` in every Node below, also where the path holds a space.
 * @param {string | undefined} options */
function withPreload(options) {
  return `${options ?? ''} --require ${JSON.stringify(beforeTensorflow)}`.trim();
}

/**
 * Prints the total, the last line of a run, and ends the program with it.
 * @param {Counts} counts
 */
export function endWithTotal({ passed, failed, skipped }) {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
