// A lesson of three lines, run by the real kernel through Jupyter: what it needs, every lesson needs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, inProject, pythonEnv, root, venvPython } from './project.mjs';

const CELL = [
  "import * as tf from '@tensorflow/tfjs-node';",
  "import { imageAt, setSeed } from 'nnlab';",
  "setSeed(42); console.log('sum', tf.tensor1d([1, 2, 3]).sum().dataSync()[0], typeof imageAt);",
].join('\n');
const ANSWER = 'sum 6 function';

/** @returns {string} what was run; throws with the kernel's own words when it does not answer as it should */
export function runLesson() {
  const folder = mkdtempSync(join(cache, 'lesson-'));
  const [source, out, report] = ['in.ipynb', 'out.ipynb', 'report.json'].map((name) =>
    join(folder, name),
  );
  try {
    writeFileSync(String(source), notebook());
    const program = inProject('scripts', 'execute.py');
    run([program, String(source), String(out), String(report)]);
    const { error, stderr } = JSON.parse(readFileSync(String(report), 'utf8'));
    const said = readFileSync(String(out), 'utf8');
    if (error || stderr.length) throw new Error(gist(error ?? stderr.join('\n')));
    if (!said.includes(ANSWER)) throw new Error('the kernel runs, but its answer is wrong');
    return 'three lines run, TensorFlow and nnlab answer';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string[]} args */
function run(args) {
  try {
    const options = { cwd: root, env: pythonEnv(), timeout: 120_000 };
    execFileSync(venvPython, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    // A lesson that fails leaves a report, and that says why.
    if (/** @type {{ status?: number }} */ (error).status !== 1) throw error;
  }
}

/** The line that says what is wrong: not the cell, which Jupyter repeats, nor the rules that it draws.
 * @param {string} text */
export function gist(text) {
  const lines = text.split('\n').filter((line) => /[a-z]/i.test(line) && !/^---/.test(line));
  const said = lines.filter((line) => !CELL.includes(line));
  return said.find((line) => /Error: /.test(line)) ?? said.at(-1) ?? text;
}

function notebook() {
  const cell = {
    cell_type: 'code',
    id: 'lesson',
    metadata: {},
    execution_count: null,
    outputs: [],
    source: CELL,
  };
  const kernelspec = { name: 'tslab', display_name: 'TypeScript', language: 'typescript' };
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec },
    cells: [cell],
  });
}
