// What the doctor looks at, in the order of need.
import { execFileSync } from 'node:child_process';
import { existsSync, statfsSync } from 'node:fs';
import { cureFor } from './cure.mjs';
import { kernel } from './kernel.mjs';
import { library } from './library.mjs';
import { runLesson } from './lesson.mjs';
import { lacking } from './machine.mjs';
import { checkAddressSpace, checkNode, checkPlatform } from './node.mjs';
import { isLinked, missingPackages, packages } from './packages.mjs';
import { Failure } from './failure.mjs';
import { inProject, pythonEnv, root, venvPython } from './project.mjs';
import { findPython, python } from './python.mjs';
import { tensorflow } from './tensorflow.mjs';
import { loadTensorFlow } from './tensorflow/load.mjs';
import { storedPart } from './tensorflow/place.mjs';
import { findCompiler } from './tensorflow/wheel.mjs';

const SET_UP = 'Run: npm run setup';
const DISK_NEEDED_MB = 300;
const DISK_FOR_SETUP_MB = 3500;

/** @typedef {{ ok: boolean, found: string, cure?: string }} Finding */
/** @typedef {{ name: string, look(): Finding | Promise<Finding> }} Check */

/** @type {Check[]} */
export const checks = [
  {
    name: 'Node',
    look: () => tried(() => (checkPlatform(), checkNode(), checkAddressSpace(), process.version)),
  },
  { name: 'Python', look: lookAtPythonItself },
  { name: 'C++ compiler', look: lookAtCompiler },
  { name: 'npm packages', look: lookAtPackages },
  { name: 'Python environment', look: lookAtPython },
  { name: 'TensorFlow', look: () => inPackages(() => tried(describeTensorFlow, SET_UP)) },
  ...['nodejs-polars', '@resvg/resvg-js', 'zeromq'].map((name) => ({
    name,
    look: () =>
      inPackages(() => tried(() => loads(name), 'Delete node_modules, then run: npm run setup')),
  })),
  {
    name: 'library',
    look: () =>
      library.isDone()
        ? { ok: true, found: 'dist/ is made from src/ as it is now' }
        : { ok: false, found: 'dist/ is missing or older than src/', cure: SET_UP },
  },
  { name: 'kernel', look: () => tried(describeKernel, SET_UP) },
  { name: 'a lesson in the kernel', look: lookAtLesson },
  { name: 'Fashion-MNIST', look: () => lookAtData('fashion') },
  { name: 'MNIST', look: () => lookAtData('digits') },
  { name: 'free disk', look: lookAtDisk },
];

/** What the package manager of the system must bring, in one line for all of it; nothing when all is there.
 * @returns {Promise<string | undefined>} */
export async function packagesToInstall() {
  const lacks = await lacking({ python: !python.isDone(), tensorflow: !storedPart() });
  return lacks.length > 0 ? cureFor(lacks.map(({ part }) => part)) : undefined;
}

/**
 * A finding from something that throws when all is not well.
 * @param {() => string} look
 * @param {string} [cure]
 * @returns {Finding}
 */
function tried(look, cure) {
  try {
    return { ok: true, found: look() };
  } catch (error) {
    const found = error instanceof Error ? shortly(error) : String(error);
    const better = cure ?? (error instanceof Failure ? error.cure : SET_UP);
    return { ok: false, found, cure: better };
  }
}

/**
 * The line that says what is wrong, not the command that found it.
 * @param {Error & { stderr?: string }} error
 */
function shortly({ stderr = '', message }) {
  const lines = (stderr || message).split('\n').filter((line) => line.trim());
  return lines.find((line) => /Error: /.test(line)) ?? lines[0] ?? message;
}

/** @returns {Promise<Finding>} */
async function lookAtPythonItself() {
  const [lack] = await lacking({ python: true, tensorflow: false });
  if (lack) return { ok: false, found: lack.why, cure: cureFor([lack.part]) };
  const { version, executable } = findPython();
  return { ok: true, found: `${version}, with venv, ${executable}` };
}

/** A compiler only makes the native part, and only where that cannot be downloaded.
 * @returns {Promise<Finding>} */
async function lookAtCompiler() {
  if (storedPart()) return { ok: true, found: "not needed: TensorFlow's native part is there" };
  const [lack] = await lacking({ python: false, tensorflow: true });
  if (lack) return { ok: false, found: lack.why, cure: cureFor([lack.part]) };
  return tried(findCompiler).ok
    ? tried(findCompiler)
    : { ok: true, found: "not needed: TensorFlow's ready-made part can be downloaded" };
}

/** @param {() => Finding} look @returns {Finding} what it finds, once there are packages to look into */
function inPackages(look) {
  if (existsSync(inProject('node_modules'))) return look();
  return { ok: false, found: 'not installed yet', cure: SET_UP };
}

/** Everything at once, as a learner does it: three lines in the real kernel.
 * @returns {Finding} */
function lookAtLesson() {
  if (![packages, python, tensorflow, library, kernel].every((step) => step.isDone()))
    return { ok: false, found: 'cannot run yet', cure: SET_UP };
  return tried(runLesson, 'Delete node_modules and .venv, then run: npm run setup');
}

/** @returns {Finding} */
function lookAtPackages() {
  if (!existsSync(inProject('node_modules')))
    return { ok: false, found: 'not installed yet', cure: SET_UP };
  const missing = missingPackages();
  if (missing.length === 0) return { ok: true, found: 'as in package-lock.json' };
  if (missing.length === 1 && !isLinked())
    return { ok: false, found: 'node_modules/nnlab is no link to this folder', cure: SET_UP };
  const names = missing.slice(0, 3).map((path) => path.replace(/.*node_modules\//, ''));
  return { ok: false, found: `${missing.length} missing (${names.join(', ')} …)`, cure: SET_UP };
}

/** @returns {Finding} */
function lookAtPython() {
  if (!python.isDone()) return { ok: false, found: '.venv is not finished', cure: SET_UP };
  const versions =
    "import jupyterlab, nbconvert; print('JupyterLab', jupyterlab.__version__ + ', nbconvert', nbconvert.__version__)";
  return tried(() => ask(venvPython, ['-c', versions]), 'Delete .venv, then run: npm run setup');
}

function describeTensorFlow() {
  const version = loadTensorFlow();
  return `${version}, ${storedPart()?.way ?? 'made by hand'}`;
}

/** @param {string} name of a package with a native part */
function loads(name) {
  const code = `require(${JSON.stringify(name)}); console.log(require(${JSON.stringify(`${name}/package.json`)}).version)`;
  return ask(process.execPath, ['-e', code]);
}

function describeKernel() {
  if (!kernel.isDone())
    throw new Error('the kernel is not installed for this Node and this folder');
  const listed = JSON.parse(ask(venvPython, ['-m', 'jupyter', 'kernelspec', 'list', '--json']));
  if (!listed.kernelspecs.tslab) throw new Error('Jupyter does not list the kernel');
  return `TypeScript (tslab) on ${process.execPath}`;
}

/** @param {'fashion' | 'digits'} name @returns {Promise<Finding>} */
async function lookAtData(name) {
  const places = inProject('dist', 'data', 'fetch');
  if (!existsSync(places)) return { ok: false, found: 'needs the library to look', cure: SET_UP };
  /** @type {typeof import('nnlab/dist/data/fetch/find.js')} */
  const { findFile, localPlaces } = await import(`${places}/find.js`);
  /** @type {typeof import('nnlab/dist/data/fetch/sources.js')} */
  const { sources } = await import(`${places}/sources.js`);
  /** @type {string[]} */
  const complaints = [];
  const found = sources[name].files.map((file) =>
    findFile(sources[name], file, localPlaces(), (line) => complaints.push(line)),
  );
  const where = new Set(found.flatMap((file) => (file ? [file.place] : [])));
  if (found.every(Boolean)) return { ok: true, found: `verified, in ${[...where].join(' and ')}` };
  // Lessons run with the sample too, so this is no reason to fail.
  const why = complaints.length ? ` (${complaints.join(' ')})` : '';
  return {
    ok: true,
    found: `not complete, lessons use the sample${why}; npm run data tries again`,
  };
}

/** @returns {Finding} */
function lookAtDisk() {
  const { bavail, bsize } = statfsSync(root);
  const free = Math.round((bavail * bsize) / 1e6);
  const needed = storedPart() && python.isDone() ? DISK_NEEDED_MB : DISK_FOR_SETUP_MB;
  return {
    ok: free >= needed,
    found: `${(free / 1000).toFixed(1)} GB (${(needed / 1000).toFixed(1)} GB needed)`,
    cure: 'Make room on this disk, or put the project on another one.',
  };
}

/** @param {string} command @param {string[]} args */
function ask(command, args) {
  const options = {
    cwd: root,
    env: pythonEnv(),
    encoding: /** @type {const} */ ('utf8'),
    timeout: 60_000,
  };
  return execFileSync(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}
