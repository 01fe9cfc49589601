// npm run assignment -- release [--hub] | collect FOLDER | collect --hub | grade [--hub] | open
//   [--course FOLDER] [--quick | --sample]
// The assignment as an nbgrader course: the learner's package, what comes back, the marks.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { openFormgrader } from './assignment/formgrader.mjs';
import { canShutIn, environment, nbgrader } from './assignment/nbgrader.mjs';
import { USAGE, course, exchange, options } from './assignment/options.mjs';
import { classEnvironment, classPython, writeGradingKernel } from './setup/class.mjs';
import { Failure } from './setup/failure.mjs';
import { afterSetUp } from './setup/steps.mjs';

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

/** @param {string} path */
const shown = (path) => relative(process.cwd(), path) || '.';

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
  if (options.hub) handOut();
}

function handOut() {
  makeExchange();
  nbgrader(['release_assignment', NAME, '--force', QUIET], 'Nothing was handed out on the hub.');
  console.log('✓ handed out on the hub: learners fetch it with Nbgrader ▸ Assignment List');
}

function makeExchange() {
  if (existsSync(exchange)) return;
  mkdirSync(exchange, { recursive: true });
  // All write here, and nobody takes away what is another's.
  chmodSync(exchange, 0o1777);
}

function collect() {
  released();
  if (options.hub) nbgrader(['collect', NAME, '--update'], 'Nothing was collected from the hub.');
  else collectFrom(resolve(options.folder ?? ''));
  console.log(`✓ collected into ${shown(join(course, 'submitted'))}`);
}

/** @param {string} folder */
function collectFrom(folder) {
  if (!options.folder || !existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new Failure(
      options.folder ? `There is no folder ${folder}.` : 'Where do the notebooks lie?',
      'Give the folder with the notebooks: npm run assignment -- collect FOLDER',
    );
  }
  const archive = join(course, 'downloaded', NAME, 'archive');
  rmSync(archive, { recursive: true, force: true });
  cpSync(folder, archive, { recursive: true });
  nbgrader(['zip_collect', NAME, '--force', QUIET], 'Nothing was collected.');
}

function grade() {
  released();
  writeGradingKernel();
  if (!canShutIn()) {
    console.log(
      '– This system gives notebooks no room of their own: they run with the network in reach.',
    );
  }
  // What has been run and is the same runs no second time: after marks by hand this takes seconds.
  nbgrader(['autograde', NAME, QUIET], 'Not every notebook was graded.');
  nbgrader(['generate_feedback', NAME, '--force', QUIET], 'Not every page was written.');
  nbgrader(['export', '--to=marks.csv', QUIET], 'The table of marks was not written.');
  console.log(`✓ marks: ${shown(join(course, 'marks.csv'))}`);
  console.log(`✓ a page for each learner: ${shown(join(course, 'feedback'))}`);
  if (!options.hub) return;
  const elsewhere = `--CourseDirectory.student_id_exclude=${notFromHub().join(',')}`;
  nbgrader(['release_feedback', NAME, elsewhere, QUIET], 'The pages were not given back.');
  console.log('✓ given back on the hub: learners fetch their page in the same list');
}

/** Learners whose work came in a folder: nothing of theirs on the hub waits for a page. */
function notFromHub() {
  const pages = join(course, 'feedback');
  return readdirSync(pages).filter((learner) => {
    const page = join(pages, learner, NAME);
    return existsSync(page) && !existsSync(join(page, 'submission_secret.txt'));
  });
}

async function open() {
  released();
  writeGradingKernel();
  // Formgrader warns of a missing one on each of its pages.
  makeExchange();
  await openFormgrader();
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
  await command();
});
