// The native part lies in the project's cache, where `npm ci` does not reach it; tfjs-node gets links to it.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { cache, inProject, textOf } from '../project.mjs';

const PACKAGE = inProject('node_modules', '@tensorflow', 'tfjs-node');
const ADDON = 'tfjs_binding.node';
export const PINNED = 'scripts/setup/tensorflow/tensorflow.txt';
export const QUIET = 'scripts/setup/tensorflow/quiet.cc';

/** @typedef {{ way: string, version: string }} Made how the native part was made, and its TensorFlow */

/** One folder for all that makes the part what it is; known before the npm packages are there. */
export function storeFolder() {
  const { packages } = JSON.parse(textOf(inProject('package-lock.json')));
  const { version } = packages['node_modules/@tensorflow/tfjs-node'];
  const pinned = createHash('sha256')
    .update(readFileSync(inProject(PINNED)))
    .update(readFileSync(inProject(QUIET)))
    .digest('hex')
    .slice(0, 8);
  return join(cache, 'tensorflow', `${process.platform}-${process.arch}-${version}-${pinned}`);
}

/** @returns {Made | undefined} written last, so it also says that the folder is complete */
export function storedPart() {
  const text = textOf(join(storeFolder(), 'made.json'));
  return text === '' ? undefined : JSON.parse(text);
}

/** @returns {boolean} whether tfjs-node would load exactly what is stored */
export function isLinked() {
  const store = storeFolder();
  const addon = addonFile();
  if (!existsSync(addon) || !readFileSync(addon).equals(readFileSync(join(store, ADDON))))
    return false;
  return readdirSync(join(store, 'lib')).every((name) => {
    const link = join(PACKAGE, 'deps', 'lib', name);
    return existsSync(link) && realpathSync(link) === realpathSync(join(store, 'lib', name));
  });
}

export function link() {
  const store = storeFolder();
  const libraries = join(PACKAGE, 'deps', 'lib');
  rmSync(libraries, { recursive: true, force: true });
  for (const folder of [libraries, dirname(addonFile())]) mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(join(store, 'lib'))) {
    symlinkSync(relative(realpathSync(libraries), join(store, 'lib', name)), join(libraries, name));
  }
  // Replaced, not written into: a kernel may be running on the old one.
  rmSync(addonFile(), { force: true });
  copyFileSync(join(store, ADDON), addonFile());
}

/** Half a gigabyte each: what another version of the project has stored for this platform. */
export function removeOlder() {
  const store = storeFolder();
  const same = `${process.platform}-${process.arch}-`;
  for (const name of readdirSync(dirname(store))) {
    if (!name.startsWith(same) || name === basename(store)) continue;
    rmSync(join(dirname(store), name), { recursive: true, force: true });
  }
}

/** tfjs-node looks for the newest interface that both it and this Node know. */
function addonFile() {
  /** @type {{ binary: { napi_versions: number[] } }} */
  const { binary } = JSON.parse(textOf(join(PACKAGE, 'package.json')));
  const known = binary.napi_versions.filter((version) => version <= Number(process.versions.napi));
  return join(PACKAGE, 'lib', `napi-v${Math.max(...known)}`, ADDON);
}
