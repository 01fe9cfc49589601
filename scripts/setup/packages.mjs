// Step: npm's packages, exactly as the lock file says.
import { existsSync, readdirSync } from 'node:fs';
import { inProject, textOf } from './project.mjs';
import { run } from './run.mjs';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lock */

/** @type {import('./steps.mjs').Step} */
export const packages = {
  name: 'npm packages',
  // npm writes the hidden lock file as the last thing, so it also tells whether `npm ci` came to its end.
  isDone: () => missingPackages().length === 0,
  async run(progress) {
    const npm = process.env['npm_execpath'];
    const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []];
    await run(command, [...before, 'ci', '--include=dev', '--prefer-offline'], {
      failed: '`npm ci` failed',
      cure: 'Check the network (and that package-lock.json is as in the repository), then call again.',
      progress,
      measure: () => `${count(inProject('node_modules'))} folders in node_modules`,
    });
    return `${Object.keys(installedPackages() ?? {}).length} packages`;
  },
};

/** @returns {string[]} what the lock file asks for and node_modules does not hold in that version */
export function missingPackages() {
  const installed = installedPackages();
  if (!installed) return wanted().map(([path]) => path);
  return wanted()
    .filter(([path, { version, optional, link }]) => {
      const there = installed[path];
      // Packages for other platforms are in the lock file, but never here.
      if (!there) return !optional;
      return (!link && there.version !== version) || !existsSync(inProject(path));
    })
    .map(([path]) => path);
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
