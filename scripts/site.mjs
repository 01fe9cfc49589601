// npm run site -- [--full-data] [--serve [PORT]] [--test]
// The browser edition, a static site in build/site: JupyterLite with the course's own kernel, the lessons, the
// samples (or the whole data sets), and the handouts that have been made.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lessonFile, lessonNames } from './lessons.mjs';
import { LAB_SETTINGS } from './setup/kernel.mjs';
import { pythonEnv, root, venv } from './setup/project.mjs';
import { run } from './setup/run.mjs';
import { afterSetUp } from './setup/steps.mjs';
import { installParts } from './site/parts.mjs';
import { leadToLessons } from './site/front-page.mjs';
import { styleLab } from './site/lab-style.mjs';
import { keepToItsOrigin, writeServiceWorker } from './site/offline.mjs';
import { putPages } from './site/handouts.mjs';
import { serve } from './site/serve.mjs';
import { bundleWorker, writeTypes } from './site/worker.mjs';

const made = path.join(root, 'build/lite');
const site = path.join(root, 'build/site');

const EXTENSION = 'nnlab-lite-kernel';

const { values } = parseArgs({
  options: {
    'full-data': { type: 'boolean', default: false },
    serve: { type: 'boolean', default: false },
    port: { type: 'string', default: '8899' },
    test: { type: 'boolean', default: false },
  },
});

/**
 * @param {string} command
 * @param {string[]} args
 */
function runHere(command, args) {
  // Each of Jupyter's commands calls others by their names.
  const PATH = `${path.join(venv, 'bin')}${path.delimiter}${process.env.PATH}`;
  return run(command, args, {
    cwd: made,
    env: { ...pythonEnv(), PATH },
    cure: 'Mend what it says, then call again.',
  });
}

/**
 * @param {string} what
 * @param {() => unknown} work
 */
async function step(what, work) {
  const began = Date.now();
  await work();
  console.log(`✓ ${what} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

/** The extension that tells JupyterLite of the kernel. */
async function buildExtension() {
  const lite = path.join(root, 'lite');
  await runHere(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', lite]);
  await runHere(path.join(venv, 'bin/jupyter-builder'), ['build', lite]);
}

/** The lessons and their pictures, in the folders that they have in the project. */
function gatherLessons() {
  const contents = path.join(made, 'contents');
  rmSync(contents, { recursive: true, force: true });
  mkdirSync(contents, { recursive: true });
  for (const name of lessonNames())
    cpSync(lessonFile(name), path.join(contents, 'notebooks', path.basename(lessonFile(name))));
  cpSync(path.join(root, 'docs/pictures'), path.join(contents, 'docs/pictures'), {
    recursive: true,
  });
}

async function buildLite() {
  rmSync(site, { recursive: true, force: true });
  await runHere(path.join(venv, 'bin/jupyter'), [
    ...['lite', 'build', '--apps', 'lab', '--no-unused-shared-packages', '--no-sourcemaps'],
    ...['--contents', 'contents', '--output-dir', site],
  ]);
  putExtension();
  leadToLessons(site);
}

/** By hand: from the environment, where `jupyter lite` looks, every JupyterLab would load it, too. Settings, since the builder reads none here. */
function putExtension() {
  const from = path.join(made, EXTENSION);
  cpSync(from, path.join(site, 'extensions', EXTENSION), { recursive: true });
  const { _build } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8')).jupyterlab;
  const file = path.join(site, 'jupyter-lite.json');
  const settings = JSON.parse(readFileSync(file, 'utf8'));
  const own = JSON.parse(readFileSync(path.join(root, 'lite/jupyter-lite.json'), 'utf8'));
  Object.assign(settings['jupyter-config-data'], own['jupyter-config-data']);
  settings['jupyter-config-data'].federated_extensions = [{ ..._build, name: EXTENSION }];
  const { settingsOverrides } = own['jupyter-config-data'];
  settings['jupyter-config-data'].settingsOverrides = { ...LAB_SETTINGS, ...settingsOverrides };
  writeFileSync(file, JSON.stringify(settings, null, 2));
}

/** The library, its data and the kernel's worker, beside JupyterLite. */
async function putLibrary() {
  const target = path.join(site, 'nnlab');
  cpSync(path.join(root, 'build/browser'), target, { recursive: true });
  await bundleWorker(target);
  writeTypes(target);
}

/** Handouts that have been made, each with a way to its lesson. */
function putHandouts() {
  const handouts = path.join(root, 'build/handouts');
  if (existsSync(path.join(handouts, 'index.html')))
    putPages(handouts, path.join(site, 'handouts'));
}

async function buildSite() {
  mkdirSync(made, { recursive: true });
  await installParts();
  await step('library for browsers', () => {
    const full = values['full-data'] ? ['--full-data'] : [];
    return runHere(process.execPath, [path.join(root, 'scripts/browser-library.mjs'), ...full]);
  });
  await step('extension', buildExtension);
  await step('lessons', gatherLessons);
  await step('JupyterLite', buildLite);
  await step('kernel and data', putLibrary);
  await step('handouts', putHandouts);
  styleLab(site);
  await step('offline', () => {
    keepToItsOrigin(site);
    writeServiceWorker(site);
  });
  console.log(`${site}: put it on any web server, below any path.`);
  if (values.serve) serve(site, Number(values.port));
}

/** All that stands in test/site, every lesson included; with `--full-data`, lesson 2 on all images. */
function testSite() {
  const full = values['full-data'];
  const tests = full ? 'test/site/lessons' : 'test/site';
  const { status } = spawnSync(process.execPath, ['scripts/test.mjs', tests], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NNLAB_LESSONS: 'all', ...(full && { NNLAB_SITE: 'full' }) },
  });
  process.exitCode = status ?? 1;
}

// Tests build a site of their own.
await afterSetUp(values.test ? async () => testSite() : buildSite);
