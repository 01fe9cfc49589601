// The Python packages of a class (nbgrader, JupyterHub): an environment of their own, made by the command that
// needs it, so that whoever learns alone never waits for it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownPython } from './own-python.mjs';
import { cache, inProject, textOf } from './project.mjs';

export const classEnvironment = join(cache, 'class');
const REQUIREMENTS = 'classroom/requirements.txt';

/** The class's Python, made now if it is not there. */
export const classPython = () =>
  ownPython('Python packages of a class (nbgrader, JupyterHub)', classEnvironment, REQUIREMENTS);

/** Where the kernel of the grader is described, for JUPYTER_PATH. */
export const gradingKernels = join(cache, 'grading', 'share', 'jupyter');

/** The kernel in which submissions run: shut in, and with a witness. */
export function writeGradingKernel() {
  const file = join(gradingKernels, 'kernels', 'tslab', 'kernel.json');
  const own = JSON.parse(textOf(inProject('.venv/share/jupyter/kernels/tslab/kernel.json')));
  const tslab = own.argv.indexOf(inProject('node_modules/tslab/bin/tslab'));
  // Each kernel has a copy of the checks at its desk, which goes as soon as it is read.
  own.argv.splice(tslab, 0, '--require', './.checks/preload.cjs');
  own.argv.unshift('/bin/sh', inProject('classroom/grading/shut-in.sh'));
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(own, null, 2)}\n`);
}
