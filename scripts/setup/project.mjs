// Where things lie. Everything that set-up makes stays inside the project's folder.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {string[]} parts a path inside the project, as an absolute one */
export const inProject = (...parts) => join(root, ...parts);

export const cache = inProject('.cache');
export const venv = inProject('.venv');
export const venvPython = join(venv, 'bin', 'python');
export const beforeTensorflow = inProject('scripts', 'before-tensorflow.cjs');
export const mendedTslab = inProject('scripts', 'kernel', 'preload.cjs');

/** The environment for Python: nothing from the user's own packages, nothing written to the home folder. */
export function pythonEnv() {
  /** @type {Record<string, string | undefined>} */
  const env = { ...process.env };
  for (const name of ['PYTHONPATH', 'PYTHONHOME', 'JUPYTER_PATH', 'PIP_TARGET', 'PIP_PREFIX']) {
    delete env[name];
  }
  return {
    ...env,
    PYTHONNOUSERSITE: '1',
    PIP_USER: '0',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_CACHE_DIR: join(cache, 'pip'),
    JUPYTER_CONFIG_DIR: join(cache, 'jupyter', 'config'),
    JUPYTER_DATA_DIR: join(cache, 'jupyter', 'data'),
    JUPYTER_RUNTIME_DIR: join(cache, 'jupyter', 'runtime'),
    JUPYTERLAB_SETTINGS_DIR: join(cache, 'jupyter', 'settings'),
    JUPYTERLAB_WORKSPACES_DIR: join(cache, 'jupyter', 'workspaces'),
    IPYTHONDIR: join(cache, 'ipython'),
    MPLCONFIGDIR: join(cache, 'matplotlib'),
  };
}

/**
 * One hash of texts and of files with their names; a folder counts with all that is in it.
 * @param {{ texts?: string[], paths?: string[] }} inputs paths are relative to the project
 */
export function hashOf({ texts = [], paths = [] }) {
  const hash = createHash('sha256').update(JSON.stringify(texts));
  for (const path of paths.flatMap(filesUnder)) {
    hash.update(`\0${path}\0`).update(readFileSync(inProject(path)));
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const full = inProject(path);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full)
      .sort()
      .flatMap((name) => filesUnder(join(path, name)));
  } catch {
    return [path];
  }
}

/** @param {string} file @returns {string} the file's text, or '' when there is none */
export function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
