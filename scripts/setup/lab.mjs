// JupyterLab of the project: on loopback, with a token, stopped by one Ctrl-C.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { LOOPBACK, freePort, isFree } from './port.mjs';
import { inProject, pythonEnv, root, venvPython } from './project.mjs';
import { startWithUs } from './with-us.mjs';

const START_MS = 60_000;
const INDEX = 'notebooks/00-index.ipynb';

/** @typedef {{ url: string, port: number, token: string, page: string, ended: Promise<number>, stop(): void }} Lab */

/**
 * Opens Lab and stays until it is stopped.
 * @param {{ browser: boolean, port: number | undefined }} options
 */
export async function openLab({ browser, port }) {
  const lab = await launch({ port: await freePort(port), browser: browser && hasDisplay() });
  let stopped = false;
  const stop = () => {
    stopped = true;
    lab.stop();
  };
  onStop(stop);
  try {
    await answering(lab);
    console.log(`\nJupyterLab: ${lab.page}\nCtrl-C stops it.`);
  } catch (error) {
    if (!stopped) throw error;
  }
  const code = await lab.ended;
  if (!stopped && code !== 0) {
    throw new Failure(
      `JupyterLab ended by itself (${code}).`,
      'Run `npm run doctor`, then call again.',
    );
  }
  console.log('\nJupyterLab has stopped.');
  process.exit(0);
}

/** Calls this once: at Ctrl-C, at the signals that end a program, and when npm is gone.
 * @param {() => void} stop */
export function onStop(stop) {
  let asked = false;
  const once = () => {
    if (asked) return;
    asked = true;
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, once);
  whenNpmIsGone(once);
}

/** `npm start` that is killed tells nobody: this process only gets another parent.
 * @param {() => void} stop */
function whenNpmIsGone(stop) {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}

/**
 * Starts Lab, asks it once what it offers, and stops it.
 * @param {number | undefined} port
 */
export async function checkLab(port) {
  const lab = await launch({ port: await freePort(port), browser: false });
  try {
    await answering(lab);
    const { kernelspecs } = await ask(lab, 'kernelspecs');
    const { content } = await ask(lab, 'contents/notebooks');
    const lessons = content.filter(
      (/** @type {{ type: string }} */ item) => item.type === 'notebook',
    );
    if (!kernelspecs.tslab) {
      throw new Failure('JupyterLab does not know the kernel.', 'Delete .venv, then call again.');
    }
    console.log(
      `✓ JupyterLab answers: kernels ${Object.keys(kernelspecs)}, ${lessons.length} notebooks`,
    );
  } finally {
    lab.stop();
    await lab.ended;
  }
}

/** @param {{ port: number, browser: boolean }} options @returns {Promise<Lab>} */
async function launch({ port, browser }) {
  // Given in the environment: arguments can be read by every user of the machine.
  const token = process.env['JUPYTER_TOKEN'] || randomBytes(24).toString('hex');
  const program = ['jupyterlab', ...settings(port, browser)];
  const env = { ...pythonEnv(), JUPYTER_TOKEN: token };
  const { child, ended } = startWithUs(venvPython, program, { cwd: root, env, output: 'pipe' });
  let stopping = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => stopping || process.stderr.write(text));
  }
  const url = `http://${LOOPBACK}:${port}`;
  return {
    url,
    port,
    token,
    page: `${url}${startPage()}?token=${token}`,
    ended,
    stop: () => {
      stopping = true;
      child.kill('SIGTERM');
    },
  };
}

/** @param {number} port @param {boolean} browser */
function settings(port, browser) {
  return [
    `--ServerApp.root_dir=${root}`,
    `--ServerApp.ip=${LOOPBACK}`,
    `--ServerApp.port=${port}`,
    '--ServerApp.port_retries=0',
    '--ServerApp.allow_root=True',
    `--ServerApp.open_browser=${browser ? 'True' : 'False'}`,
    // A browser that may not read hidden folders (snap's) could not open the redirecting file.
    '--ServerApp.use_redirect_file=False',
    `--ServerApp.default_url=${startPage()}`,
    `--LabApp.default_url=${startPage()}`,
    '--Application.log_level=ERROR',
  ];
}

const startPage = () => `/lab/tree/${existsSync(inProject(INDEX)) ? INDEX : 'notebooks'}`;

const hasDisplay = () =>
  process.platform === 'darwin' ||
  Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * Waits until Lab answers.
 * @param {Lab} lab
 */
async function answering(lab) {
  const started = Date.now();
  let over = false;
  void lab.ended.then(() => (over = true));
  while (!over && Date.now() - started < START_MS) {
    try {
      await ask(lab, 'status');
      return;
    } catch {
      await wait(100);
    }
  }
  lab.stop();
  if (over && !(await isFree(lab.port))) {
    throw new Failure(
      `Another program took port ${lab.port} while JupyterLab started.`,
      'Call again: npm start takes the next free port.',
    );
  }
  throw new Failure(
    over ? 'JupyterLab ended while starting.' : 'JupyterLab did not answer within a minute.',
    'Run `npm run doctor`; if it finds nothing, delete .venv and call again.',
  );
}

/** @param {Lab} lab @param {string} path below /api/ */
async function ask({ url, token }, path) {
  const response = await fetch(`${url}/api/${path}`, {
    headers: { Authorization: `token ${token}` },
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}
