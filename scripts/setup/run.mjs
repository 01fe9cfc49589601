// Runs another program for a step, watching it and keeping the end of what it says for the case that it fails.
import { spawn } from 'node:child_process';
import { Failure } from './failure.mjs';
import { root } from './project.mjs';

const KEPT_LINES = 15;
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {(pids: number[]) => void} */
let whenChildrenChange = () => {};

/** Tells the lock which programs work for us, so that it stays held if we alone are killed.
 * @param {(pids: number[]) => void} tell */
export function onChildren(tell) {
  whenChildrenChange = tell;
}

function tellOfChildren() {
  whenChildrenChange([...running].flatMap(({ pid }) => pid ?? []));
}

/** Stops what we have started, when we are stopped. */
export function stopChildren() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * @typedef {object} RunOptions
 * @property {string} cure the sentence printed when the program fails
 * @property {string} [doing] what it does, for the progress line until the program says more
 * @property {string} [failed] what could not be done, for the error
 * @property {Record<string, string | undefined>} [env]
 * @property {string} [cwd]
 * @property {import('./progress.mjs').Progress | undefined} [progress]
 * @property {() => string} [measure] how far it is, asked every second
 */

/**
 * @param {string} command @param {string[]} args @param {RunOptions} options
 * @returns {Promise<string>} its standard output
 */
export async function run(command, args, { cure, doing, failed, env, cwd, progress, measure }) {
  const child = spawn(command, args, {
    cwd: cwd ?? root,
    env: env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  if (doing) progress?.note(doing);
  tellOfChildren();
  const said = listen(child, measure ? undefined : progress);
  const timer = measure && setInterval(() => progress?.note(measure()), 1000);
  try {
    const code = await ended(child);
    if (code === 0) return said.output();
    const what = failed ?? `${command} ${args.slice(0, 3).join(' ')} failed (${code})`;
    throw new Failure([...said.lastLines(), what].join('\n'), cure);
  } finally {
    clearInterval(timer);
    running.delete(child);
    tellOfChildren();
  }
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number | string>} */
function ended(child) {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'stopped'));
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {import('./progress.mjs').Progress | undefined} progress
 */
function listen(child, progress) {
  let output = '';
  /** @type {string[]} */
  const lines = [];
  /** @param {Buffer} chunk */
  const hear = (chunk) => {
    const heard = chunk.toString().split(/[\r\n]+/);
    // A tool's stack helps nobody here.
    lines.push(...heard.filter((line) => line.trim() && !/^\s+at /.test(line)));
    lines.splice(0, lines.length - KEPT_LINES);
    const last = lines.at(-1);
    if (last) progress?.note(last);
  };
  child.stdout?.on('data', (chunk) => {
    output += chunk;
    hear(chunk);
  });
  child.stderr?.on('data', hear);
  return { output: () => output, lastLines: () => lines };
}
