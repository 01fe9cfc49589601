import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { classPython, gradingKernels, writeGradingKernel } from '../../scripts/setup/class.mjs';
import { pythonEnv, root } from '../../scripts/setup/project.mjs';

/** What a program of this folder prints as JSON, which has the grader's kernel at hand. */
export async function withGradersKernel<Said>(
  program: string,
  words: readonly string[] = [],
  input = '',
): Promise<Said> {
  const python = await classPython();
  writeGradingKernel();
  const env = {
    ...pythonEnv(),
    JUPYTER_PATH: gradingKernels,
    NNLAB_DATA: 'sample',
    NNLAB_QUICK: '1',
  };
  const run = promisify(execFile)(python, [join(root, 'test/classroom', program), ...words], {
    env,
    maxBuffer: 1e8,
  });
  run.child.stdin?.end(input);
  return JSON.parse((await run).stdout) as Said;
}
