// nbgrader's formgrader, in a JupyterLab that ends with us.
import { join } from 'node:path';
import { classEnvironment } from '../setup/class.mjs';
import { Failure } from '../setup/failure.mjs';
import { onStop } from '../setup/lab.mjs';
import { startWithUs } from '../setup/with-us.mjs';
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
  const { child, ended } = startWithUs(python, ['jupyterlab', ...args], {
    cwd: course,
    env: environment(),
    output: 'inherit',
  });
  let stopped = false;
  onStop(() => {
    stopped = true;
    child.kill('SIGTERM');
  });
  const code = await ended;
  if (!stopped && code !== 0) throw new Failure('Formgrader ended by itself.', 'See above.');
}
