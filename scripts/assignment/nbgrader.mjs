// nbgrader, as the course needs it called.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { classEnvironment, gradingKernels } from '../setup/class.mjs';
import { Failure } from '../setup/failure.mjs';
import { inProject, pythonEnv } from '../setup/project.mjs';
import { course, exchange, options } from './options.mjs';

/** @returns {NodeJS.ProcessEnv} */
export function environment() {
  return {
    ...pythonEnv(),
    PATH: `${join(classEnvironment, 'bin')}:${process.env['PATH']}`,
    PYTHONPATH: inProject('classroom'),
    PYTHONDONTWRITEBYTECODE: '1',
    // nbgrader's own, of its database.
    PYTHONWARNINGS: 'ignore',
    JUPYTER_PATH: gradingKernels,
    NNLAB_CLASSROOM: inProject('classroom'),
    NNLAB_EXCHANGE: exchange,
    NNLAB_SHUT_IN: canShutIn() ? '1' : '',
    NNLAB_QUICK: options.quick ? '1' : '',
    ...(options.sample && { NNLAB_DATA: 'sample' }),
  };
}

/** An ordinary user may make rooms without a network on most Linux systems, and on no other. */
export function canShutIn() {
  const room = ['--user', '--map-root-user', '--net', '--mount', 'true'];
  return spawnSync('unshare', room, { stdio: 'ignore' }).status === 0;
}

/** @param {string[]} args @param {string} failed */
export function nbgrader(args, failed) {
  const program = join(classEnvironment, 'bin', 'nbgrader');
  const { status } = spawnSync(program, args, {
    cwd: course,
    env: environment(),
    stdio: 'inherit',
  });
  if (status !== 0) throw new Failure(failed, 'What nbgrader says above names the reason.');
}
