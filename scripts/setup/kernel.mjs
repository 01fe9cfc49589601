// Step: what Jupyter learns of this project, inside the project's own .venv: the TypeScript kernel, told where this
// Node and the project are, Lab's settings, and scripts/jupyter for other tools.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject, beforeTensorflow, mendedTslab, textOf, venv } from './project.mjs';

const KERNEL = join('share', 'jupyter', 'kernels', 'tslab', 'kernel.json');
const CONFIG = join('etc', 'jupyter');
const SETTINGS = join('share', 'jupyter', 'lab', 'settings', 'overrides.json');
export const LAB_STYLE = inProject('scripts', 'jupyter', 'lab');

/** @type {import('./steps.mjs').Step} */
export const kernel = {
  name: 'kernel',
  isDone: () => Object.entries(files()).every(([file, text]) => textOf(file) === text),
  async run() {
    for (const [file, text] of Object.entries(files())) write(file, text);
    return `TypeScript (tslab) on Node ${process.versions.node}`;
  },
};

/** @returns {Record<string, string>} each file with the text it must have */
function files() {
  return {
    [join(venv, KERNEL)]: kernelSpec(process.execPath),
    [join(venv, SETTINGS)]: json(LAB_SETTINGS),
    // What every server of the course does, by `npm start`, on a hub or in a container.
    [join(venv, CONFIG, 'jupyter_server_config.json')]: json(serverSettings()),
    [join(venv, CONFIG, 'jupyter_nbconvert_config.json')]: json(NBCONVERT_SETTINGS),
    // Python looks for packages in the folders that such a file names.
    [join(sitePackages(), 'nnlab.pth')]: `${inProject('scripts', 'jupyter')}\n`,
  };
}

/** A kernel spec for another Node, under a prefix of its own (JUPYTER_PATH = prefix/share/jupyter).
 * @param {string} prefix @param {string} node */
export function writeKernelSpec(prefix, node) {
  write(join(prefix, KERNEL), kernelSpec(node));
}

/** @param {string} node */
function kernelSpec(node) {
  const tslab = inProject('node_modules', 'tslab', 'bin', 'tslab');
  return json({
    argv: [
      node,
      SMALL_YOUTH,
      CLEARS_AWAY,
      '--require',
      beforeTensorflow,
      '--require',
      mendedTslab,
      tslab,
      'kernel',
      '--config-path',
      '{connection_file}',
    ],
    display_name: 'TypeScript',
    language: 'typescript',
    env: GIVES_BACK,
  });
}

/** Of `scripts/lab.json`, with the folder of Lab's style sheet. */
function serverSettings() {
  const settings = JSON.parse(textOf(inProject('scripts', 'lab.json')));
  return { ...settings, ServerApp: { tornado_settings: { static_custom_path: [LAB_STYLE] } } };
}

function sitePackages() {
  const [version = ''] = readdirSync(join(venv, 'lib')).filter((name) => name.startsWith('python'));
  return join(venv, 'lib', version, 'site-packages');
}

// What a kernel takes, each learner of a class takes. V8 needs no 48 MB for values that have just been made.
const SMALL_YOUTH = '--max-semi-space-size=4';

// And it clears away when scripts/kernel/clear-away.cjs says so.
const CLEARS_AWAY = '--expose-gc';

// And glibc gives what is freed back at once only while it has freed nothing large, unless it is told to go on so.
const GIVES_BACK = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' };

const NBCONVERT_SETTINGS = {
  HTMLExporter: { preprocessors: ['nnlab_jupyter.alt_texts.AltTexts'] },
  // Handouts draw the charts themselves.
  HandoutExporter: { preprocessors: [] },
};

export const LAB_SETTINGS = {
  // Lab asks the internet for news and updates, and asks the learner whether it may.
  '@jupyterlab/apputils-extension:notification': { checkForUpdates: false, fetchNews: 'false' },
  // It folds away what a cell shows after 50 outputs; an epoch's line is one, and Stop's sentence is the last.
  '@jupyterlab/notebook-extension:tracker': { maxNumberOutputs: 1000 },
  // Beside the time of the last change, the list of files cuts the names of lessons.
  '@jupyterlab/filebrowser-extension:browser': { showLastModifiedColumn: false },
};

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** @param {string} file @param {string} text */
function write(file, text) {
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
