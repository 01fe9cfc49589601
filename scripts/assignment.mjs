// npm run assignment -- release | collect [FOLDER] | grade | open   [--course FOLDER] [--quick | --sample]
// The assignment as an nbgrader course: the learner's package, what comes back, the marks.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  classEnvironment,
  classPython,
  gradingKernels,
  writeGradingKernel,
} from './setup/class.mjs';
import { Failure } from './setup/failure.mjs';
import { inProject, pythonEnv, root } from './setup/project.mjs';
import { afterSetUp } from './setup/steps.mjs';

const USAGE =
  'npm run assignment -- release | collect [FOLDER] | grade | open [--course FOLDER] [--quick | --sample]';
const NAME = '15-digit-assignment';
// nbgrader warns of every check whose hidden part it puts back.
const QUIET = '--log-level=ERROR';

const CONFIG = `# Made by npm run assignment; add settings of your own below.
import os
import sys

sys.path.insert(0, os.environ["NNLAB_CLASSROOM"])
from nnlab_class.config import configure

c = get_config()
configure(c)
`;

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        course: { type: 'string' },
        quick: { type: 'boolean', default: false },
        sample: { type: 'boolean', default: false },
      },
    });
    return { ...values, command: positionals[0], folder: positionals[1] };
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), `Use: ${USAGE}`);
  }
}

const options = readOptions();
const work = resolve(root, process.env['NNLAB_WORK'] ?? '');
const course = options.course ? resolve(options.course) : join(work, 'work', 'digit-course');

/** @param {string} path */
const shown = (path) => relative(process.cwd(), path) || '.';

/** @returns {NodeJS.ProcessEnv} */
function environment() {
  return {
    ...pythonEnv(),
    PATH: `${join(classEnvironment, 'bin')}:${process.env['PATH']}`,
    PYTHONPATH: inProject('classroom'),
    PYTHONDONTWRITEBYTECODE: '1',
    JUPYTER_PATH: gradingKernels,
    NNLAB_CLASSROOM: inProject('classroom'),
    NNLAB_SHUT_IN: canShutIn() ? '1' : '',
    NNLAB_QUICK: options.quick ? '1' : '',
    ...(options.sample && { NNLAB_DATA: 'sample' }),
  };
}

/** An ordinary user may make rooms without a network on most Linux systems, and on no other. */
function canShutIn() {
  const room = ['--user', '--map-root-user', '--net', '--mount', 'true'];
  return spawnSync('unshare', room, { stdio: 'ignore' }).status === 0;
}

/** @param {string[]} args @param {string} failed */
function nbgrader(args, failed) {
  const program = join(classEnvironment, 'bin', 'nbgrader');
  const { status } = spawnSync(program, args, {
    cwd: course,
    env: environment(),
    stdio: 'inherit',
  });
  if (status !== 0) throw new Failure(failed, 'What nbgrader says above names the reason.');
}

function release() {
  mkdirSync(course, { recursive: true });
  const config = join(course, 'nbgrader_config.py');
  if (!existsSync(config)) writeFileSync(config, CONFIG);
  const python = join(classEnvironment, 'bin', 'python');
  const { status } = spawnSync(python, ['-m', 'nnlab_class.source', course], {
    env: environment(),
    stdio: 'inherit',
  });
  if (status !== 0) throw new Failure('The assignment could not be made.', 'See above.');
  nbgrader(['generate_assignment', NAME, '--force', QUIET], 'Nothing was released.');
  console.log(`✓ the learner's package: ${shown(join(course, 'release', NAME))}`);
  console.log(`  yours, solved and with all checks: ${shown(join(course, 'source', NAME))}`);
}

function collect() {
  released();
  if (!options.folder) {
    nbgrader(['collect', NAME, '--update'], 'Nothing was collected from the exchange.');
    return;
  }
  const folder = resolve(options.folder);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new Failure(`There is no folder ${folder}.`, 'Give the folder with the notebooks.');
  }
  const archive = join(course, 'downloaded', NAME, 'archive');
  rmSync(archive, { recursive: true, force: true });
  cpSync(folder, archive, { recursive: true });
  nbgrader(['zip_collect', NAME, '--force', QUIET], 'Nothing was collected.');
  console.log(`✓ collected into ${shown(join(course, 'submitted'))}`);
}

function grade() {
  released();
  writeGradingKernel();
  if (!canShutIn()) {
    console.log(
      '– This system gives notebooks no room of their own: they run with the network in reach.',
    );
  }
  nbgrader(['autograde', NAME, '--force', QUIET], 'Not every notebook was graded.');
  nbgrader(['generate_feedback', NAME, '--force', QUIET], 'Not every page was written.');
  nbgrader(['export', '--to=marks.csv', QUIET], 'The table of marks was not written.');
  console.log(`✓ marks: ${shown(join(course, 'marks.csv'))}`);
  console.log(`✓ a page for each learner: ${shown(join(course, 'feedback'))}`);
}

function open() {
  released();
  writeGradingKernel();
  const lab = join(classEnvironment, 'bin', 'jupyter');
  const args = ['lab', `--ServerApp.root_dir=${course}`, '--LabApp.default_url=/formgrader'];
  if (process.getuid?.() === 0) args.push('--allow-root');
  spawnSync(lab, args, { cwd: course, env: environment(), stdio: 'inherit' });
}

function released() {
  if (!existsSync(join(course, 'release', NAME))) {
    throw new Failure(
      `No assignment has been released in ${course}.`,
      'npm run assignment -- release',
    );
  }
}

const COMMANDS = { release, collect, grade, open };

await afterSetUp(async () => {
  const command = COMMANDS[/** @type {keyof typeof COMMANDS} */ (options.command ?? '')];
  if (!command) throw new Failure('What shall be done with the assignment?', `Use: ${USAGE}`);
  await classPython();
  command();
});
