// Step: npm's packages, exactly as the lock file says.
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { cache, inProject, root, textOf } from './project.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 * @property {string[]} [os] for an optional package: the only platforms it is for
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lock */

/** @type {import('./steps.mjs').Step} */
export const packages = {
  name: 'npm packages',
  // npm writes the hidden lock file as the last thing, so it also tells whether `npm ci` came to its end.
  isDone: () => missingPackages().length === 0,
  async run(progress) {
    await npmCi(root, progress);
    return `${Object.keys(installedPackages() ?? {}).length} packages`;
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
    measure: () => `${count(join(folder, 'node_modules'))} folders in node_modules`,
  });
}

/** @returns {string[]} what the lock file asks for and node_modules does not hold in that version */
export function missingPackages() {
  const installed = installedPackages() ?? {};
  return wanted()
    .filter(([path, locked]) => {
      const there = installed[path];
      if (!there) return !locked.optional || isForHere(locked);
      if (locked.link) return !isLinkToProject(path);
      return there.version !== locked.version || !existsSync(inProject(path));
    })
    .map(([path]) => path);
}

/** Some versions of npm copy what they should link, and a copy never sees the library that is built later.
 * @param {string} path */
function isLinkToProject(path) {
  return existsSync(inProject(path)) && realpathSync(inProject(path)) === realpathSync(root);
}

/**
 * npm leaves out optional packages that it cannot get without a word; Polars' native part is one.
 * @param {LockedPackage} locked
 */
function isForHere({ os, cpu, libc }) {
  if (!os || !cpu) return false;
  const ours = existsSync('/etc/alpine-release') ? 'musl' : 'glibc';
  return (
    os.includes(process.platform) &&
    cpu.includes(process.arch) &&
    (process.platform !== 'linux' || !libc || libc.includes(ours))
  );
}

const installedPackages = () => readLock(inProject('node_modules', '.package-lock.json'));

/** @returns {[string, LockedPackage][]} */
function wanted() {
  const packagesInLock = readLock(inProject('package-lock.json')) ?? {};
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

/** @param {string} folder */
function count(folder) {
  return existsSync(folder) ? readdirSync(folder).length : 0;
}
