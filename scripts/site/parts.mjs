// What only the site needs: JupyterLite's builder for Python, and its packages from npm. Installed once.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCi } from '../setup/packages.mjs';
import { hashOf, inProject, textOf, venv } from '../setup/project.mjs';
import { addPackages } from '../setup/python.mjs';
import { setUp } from '../setup/steps.mjs';

const REQUIREMENTS = 'lite/requirements.txt';
const LITE = inProject('lite');
// In the environment: one that is made anew lacks them again.
const STAMP = join(venv, 'nnlab-site.txt');
const wanted = () => hashOf({ paths: [REQUIREMENTS, 'lite/package-lock.json'] });

/** @type {import('../setup/steps.mjs').Step} */
const parts = {
  name: "the site's parts (JupyterLite)",
  isDone: () =>
    textOf(STAMP) === wanted() && existsSync(join(LITE, 'node_modules', '.package-lock.json')),
  async run(progress) {
    // The list holds only what the course's own environment lacks.
    await addPackages(venv, REQUIREMENTS, progress);
    await npmCi(LITE, progress);
    writeFileSync(STAMP, wanted());
    return 'from PyPI and npm';
  },
};

export async function installParts() {
  if (!parts.isDone()) await setUp([parts]);
}
