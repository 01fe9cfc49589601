// The way that works wherever pip does: tfjs-node's own sources (two files inside its npm package) compiled against
// the TensorFlow library inside the wheel of TensorFlow's Python package. With them goes quiet.cc, a file of ours.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cureFor } from '../cure.mjs';
import { Failure } from '../failure.mjs';
import { megabytes } from '../progress.mjs';
import { inProject, pythonEnv, venvPython } from '../project.mjs';
import { run } from '../run.mjs';
import { PINNED, QUIET } from './place.mjs';

const TFJS_NODE = inProject('node_modules', '@tensorflow', 'tfjs-node');
const NODE_HEADERS = inProject('node_modules', 'node-api-headers', 'include');
const LOADS_QUIETLY = '-DTF_LoadSessionFromSavedModel=LoadSessionQuietly';
const TAGS = {
  'linux-x64': ['manylinux_2_17_x86_64', 'manylinux2014_x86_64'],
  'linux-arm64': ['manylinux_2_17_aarch64', 'manylinux2014_aarch64'],
  'darwin-arm64': ['macosx_12_0_arm64'],
  'darwin-x64': ['macosx_10_15_x86_64'],
};

/**
 * @param {string} folder to fill with lib/ and the addon
 * @param {import('../progress.mjs').Progress} progress
 * @returns {Promise<import('./place.mjs').Made>}
 */
export async function makeFromWheel(folder, progress) {
  const compiler = findCompiler();
  const work = join(folder, 'work');
  mkdirSync(work, { recursive: true });
  await download(work, progress);
  const wheel = readdirSync(work).find((name) => name.endsWith('.whl')) ?? '';
  progress.note('unpacking');
  await run(
    venvPython,
    [inProject('scripts/setup/tensorflow/unpack.py'), join(work, wheel), work],
    {
      failed: 'the TensorFlow wheel could not be unpacked',
      cure: 'Make room on the disk (about 1.5 GB for a moment, 0.5 GB in the end), then call again.',
    },
  );
  const unpacked = join(work, 'tensorflow');
  takeLibraries([unpacked, join(work, 'tensorflow.libs')], join(folder, 'lib'));
  progress.note(`compiling with ${compiler}`);
  await compile(compiler, folder, join(unpacked, 'include'), progress);
  await strip(join(folder, 'lib'), progress);
  renameSync(join(unpacked, 'THIRD_PARTY_NOTICES.txt'), join(folder, 'THIRD_PARTY_NOTICES.txt'));
  rmSync(work, { recursive: true });
  return { way: `compiled with ${compiler}`, version: wheel.split('-')[1] ?? '' };
}

/** All in one folder: there TensorFlow's library looks for what it needs, too.
 * @param {string[]} from @param {string} to */
function takeLibraries(from, to) {
  mkdirSync(to);
  for (const folder of from.filter((name) => existsSync(name))) {
    for (const name of readdirSync(folder).filter((file) => file.startsWith('lib'))) {
      renameSync(join(folder, name), join(to, name));
    }
  }
}

/** @param {string} work @param {import('../progress.mjs').Progress} progress */
async function download(work, progress) {
  const tags = TAGS[/** @type {keyof typeof TAGS} */ (`${process.platform}-${process.arch}`)];
  if (!tags) {
    const message = `TensorFlow has no library for ${process.platform} on ${process.arch}.`;
    throw new Failure(message, 'Use Linux or macOS on an x86-64 or ARM64 machine.');
  }
  const temporary = join(work, 'tmp');
  mkdirSync(temporary);
  const wanted = [
    '--require-hashes',
    '--only-binary=:all:',
    '--no-deps',
    '--python-version',
    '3.11',
  ];
  const platforms = tags.flatMap((tag) => ['--platform', tag]);
  const how = ['--progress-bar', 'off', '--no-input', '--dest', work, '-r', inProject(PINNED)];
  await run(venvPython, ['-m', 'pip', 'download', ...wanted, ...platforms, ...how], {
    failed: "TensorFlow's library could not be downloaded",
    cure: 'Check the network (pip must reach its package index; about 240 MB), then call again.',
    // pip's half-finished files stay where the next call clears them away.
    env: { ...pythonEnv(), TMPDIR: temporary },
    progress,
    measure: () => `downloaded ${megabytes(sizeOf(work))} of about 230 MB`,
  });
}

/** @returns {string} a C++ compiler that answers */
export function findCompiler() {
  const chosen = process.env['CXX'];
  for (const candidate of [...(chosen ? [chosen] : []), 'g++', 'clang++', 'c++']) {
    try {
      execFileSync(candidate, ['--version'], { stdio: 'ignore', timeout: 20_000 });
      return candidate;
    } catch {
      // the next one
    }
  }
  throw new Failure(
    "No C++ compiler was found, and TensorFlow's ready-made part could not be downloaded.",
    cureFor(['compiler']),
  );
}

/**
 * @param {string} compiler @param {string} folder @param {string} headers
 * @param {import('../progress.mjs').Progress} progress
 */
async function compile(compiler, folder, headers, progress) {
  const mac = process.platform === 'darwin';
  const here = mac ? '@loader_path' : '$ORIGIN';
  const libraries = readdirSync(join(folder, 'lib')).map((name) => join(folder, 'lib', name));
  const bindings = ['tfjs_backend.cc', 'tfjs_binding.cc'];
  const sources = [inProject(QUIET), ...bindings.map((name) => join(TFJS_NODE, 'binding', name))];
  const flags = ['-std=c++17', '-O2', '-shared', '-fPIC', '-DNAPI_VERSION=8', LOADS_QUIETLY];
  const includes = [`-I${headers}`, `-I${NODE_HEADERS}`];
  const linking = [
    `-Wl,-rpath,${here}/../../deps/lib`,
    ...(mac ? ['-undefined', 'dynamic_lookup'] : []),
  ];
  const output = ['-o', join(folder, 'tfjs_binding.node')];
  await run(compiler, [...flags, ...includes, ...sources, ...libraries, ...linking, ...output], {
    failed: "TensorFlow's binding did not compile",
    cure: `Check that ${compiler} is a C++17 compiler with its standard library. ${cureFor(['compiler'])}`,
    progress,
  });
}

/** A quarter less on the disk; loading needs none of what goes. Where there is no `strip`, nothing is lost.
 * @param {string} libraries @param {import('../progress.mjs').Progress} progress */
async function strip(libraries, progress) {
  if (process.platform !== 'linux') return;
  progress.note('stripping');
  for (const name of readdirSync(libraries)) {
    const slim = join(libraries, `${name}.slim`);
    try {
      await run('strip', ['--strip-unneeded', '-o', slim, join(libraries, name)], { cure: '' });
      renameSync(slim, join(libraries, name));
    } catch {
      rmSync(slim, { force: true });
    }
  }
}

/** @param {string} folder @returns {number} bytes of all files in it */
function sizeOf(folder) {
  let total = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && existsSync(file))
      total += statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }
  return total;
}
