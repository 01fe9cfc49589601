// nbgrader's formgrader, in a JupyterLab that ends with us.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { classEnvironment } from '../setup/class.mjs';
import { Failure } from '../setup/failure.mjs';
import { WITH_US, onStop } from '../setup/lab.mjs';
import { environment } from './nbgrader.mjs';
import { course } from './options.mjs';

export async function openFormgrader() {
  const args = [
    `--ServerApp.root_dir=${course}`,
    '--LabApp.default_url=/formgrader',
    '--Application.log_level=WARN',
  ];
  if (process.getuid?.() === 0) args.push('--allow-root');
  const python = join(classEnvironment, 'bin', 'python');
  const lab = spawn(python, [WITH_US, 'jupyterlab', ...args], {
    cwd: course,
    env: environment(),
    stdio: ['pipe', 'inherit', 'inherit'],
    // A group of its own: Ctrl-C reaches it through us, once, and without Jupyter's "are you sure".
    detached: true,
  });
  let stopped = false;
  onStop(() => {
    stopped = true;
    lab.kill('SIGTERM');
  });
  const code = await new Promise((resolve) => lab.on('exit', resolve));
  if (!stopped && code !== 0) throw new Failure('Formgrader ended by itself.', 'See above.');
}
