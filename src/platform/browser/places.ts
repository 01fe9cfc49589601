import { around } from './start';

// Paths as on Linux. The root is the root of the learner's files and of the site's at once.

export const sep = '/';

export const projectFolder = '/';

export const sampleFolder = '/data/sample';

export const currentFolder = (): string => resolve(around().folder);

/** Nothing lies outside the learner's files and the site's. */
export const sharedDataFolders: readonly string[] = [];

function normalized(path: string): string[] {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

export function join(...parts: readonly string[]): string {
  const path = parts.filter((part) => part !== '').join('/');
  const names = normalized(path).join('/');
  return path.startsWith('/') ? `/${names}` : names || '.';
}

/** The absolute path; a relative one begins in the notebook's folder. */
export function resolve(...parts: readonly string[]): string {
  const start = parts.map((part) => part.startsWith('/')).lastIndexOf(true);
  const base = start < 0 ? ['/', around().folder] : [];
  // Nothing lies above the root.
  const names = normalized([...base, ...parts.slice(Math.max(0, start))].join('/'));
  return `/${names.filter((name) => name !== '..').join('/')}`;
}

export function relative(from: string, to: string): string {
  const [start, end] = [normalized(resolve(from)), normalized(resolve(to))];
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}

export function dirname(path: string): string {
  const at = path.lastIndexOf('/');
  return at > 0 ? path.slice(0, at) : at === 0 ? '/' : '.';
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function loadPackage(name: string): unknown {
  throw new Error(`${name} does not run in a browser.`);
}

export function loadPackageOf(_owner: string, name: string): unknown {
  return loadPackage(name);
}

/** The site keeps the few files of packages that the library reads. */
export function packageFile(name: string, path: string): string {
  return `/packages/${name}/${path}`;
}
