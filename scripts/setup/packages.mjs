// Step: npm's packages, exactly as the lock file says.
import { existsSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isMusl } from './node.mjs';
import { cache, inProject, root, textOf } from './project.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {string[]} [os] for an optional package: the only platforms it is for
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lock */

/** Where notebooks find the library: a link to this folder, which npm does not know. */
const LINK = 'node_modules/nnlab';

/** @type {import('./steps.mjs').Step} */
export const packages = {
  name: 'npm packages',
  // npm writes the hidden lock file as the last thing, so it also tells whether `npm ci` came to its end.
  isDone: () => missingPackages().length === 0,
  async run(progress) {
    if (missingPackages().some((path) => path !== LINK)) await npmCi(root, progress);
    const wasOther = existsSync(inProject(LINK)) && !isLinked();
    link();
    const count = `${Object.keys(installedPackages() ?? {}).length} packages`;
    return wasOther ? `${count}; ${LINK} was no link to this folder, now it is one` : count;
  },
};

/**
 * @param {string} folder with a package.json and its lock file
 * @param {import('./progress.mjs').Progress} progress
 */
export async function npmCi(folder, progress) {
  const npm = process.env['npm_execpath'];
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []];
  // In the project's own cache: a home folder may be full, slow or closed to writing.
  const cacheFolder = `--cache=${join(cache, 'npm')}`;
  await run(command, [...before, 'ci', '--include=dev', '--prefer-offline', cacheFolder], {
    cwd: folder,
    doing: 'npm gets the packages',
    failed: '`npm ci` failed',
    cure: 'Check the network (and that package-lock.json is as in the repository), then call again.',
    progress,
    measure: () => unpacked(folder),
  });
}

/** @returns {string[]} what the lock file asks for and node_modules does not hold in that version */
export function missingPackages() {
  const installed = installedPackages() ?? {};
  const missing = wanted().filter(([path, locked]) => {
    const there = installed[path];
    if (!there) return !locked.optional || isForHere(locked);
    return there.version !== locked.version || !existsSync(inProject(path));
  });
  return [...missing.map(([path]) => path), ...(isLinked() ? [] : [LINK])];
}

/** A copy would never see the library that is built later. */
export function isLinked() {
  return existsSync(inProject(LINK)) && realpathSync(inProject(LINK)) === realpathSync(root);
}

function link() {
  if (isLinked()) return;
  rmSync(inProject(LINK), { recursive: true, force: true });
  symlinkSync('..', inProject(LINK));
}

/**
 * npm leaves out optional packages that it cannot get without a word; Polars' native part is one.
 * @param {LockedPackage} locked
 */
function isForHere({ os, cpu, libc }) {
  if (!os || !cpu) return false;
  const ours = isMusl() ? 'musl' : 'glibc';
  return (
    os.includes(process.platform) &&
    cpu.includes(process.arch) &&
    (process.platform !== 'linux' || !libc || libc.includes(ours))
  );
}

const installedPackages = () => readLock(inProject('node_modules', '.package-lock.json'));

/** @param {string} [folder] @returns {[string, LockedPackage][]} */
function wanted(folder = root) {
  const packagesInLock = readLock(join(folder, 'package-lock.json')) ?? {};
  return Object.entries(packagesInLock).filter(([path]) => path.startsWith('node_modules/'));
}

/** @param {string} file @returns {Record<string, LockedPackage> | undefined} */
function readLock(file) {
  try {
    /** @type {Lock} */
    const lock = JSON.parse(textOf(file));
    return lock.packages;
  } catch {
    return undefined;
  }
}

/** How far npm is: it makes all folders first and fills them one by one.
 * @param {string} folder */
function unpacked(folder) {
  const paths = wanted(folder).filter(([, locked]) => !locked.optional || isForHere(locked));
  const there = paths.filter(([path]) => existsSync(join(folder, path, 'package.json')));
  return `${there.length} of ${paths.length} packages`;
}
