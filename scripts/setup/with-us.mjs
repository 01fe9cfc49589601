// A server of Jupyter's that ends with us, however we end: scripts/with-parent.py.
import { spawn } from 'node:child_process';
import { inProject } from './project.mjs';

const WITH_PARENT = inProject('scripts', 'with-parent.py');

/**
 * @param {string} python
 * @param {readonly string[]} program a module and its arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, output: 'pipe' | 'inherit' | number }} how
 */
export function startWithUs(python, program, { cwd, env, output }) {
  const child = spawn(python, [WITH_PARENT, ...program], {
    cwd,
    env,
    // Nothing is written to its stdin: that it closes tells the server that we are gone.
    stdio: ['pipe', output, output],
    // A group of its own: Ctrl-C reaches it through us, once, and without Jupyter's "are you sure".
    detached: true,
  });
  // A server that is gone leaves a pipe that cannot be written to; nobody writes.
  child.stdin?.on('error', () => undefined);
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
  return { child, ended };
}
