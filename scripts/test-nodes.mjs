// npm run test:nodes: a smoke test (test/nodes) on Node 20, 22 and 24, whatever this Node is. Linux on x86-64 only.
//   npm run test:nodes -- [22]
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeKernelSpec } from './setup/kernel.mjs';
import { npmCi } from './setup/packages.mjs';
import { cache, inProject, pythonEnv, textOf } from './setup/project.mjs';
import { afterSetUp, setUp } from './setup/steps.mjs';
import { endWithTotal, runVitest } from './setup/vitest.mjs';

const FOLDER = join(cache, 'nodes');
const LISTS = ['package.json', 'package-lock.json'];
const list = (/** @type {string} */ name) => inProject('scripts', 'nodes', name);

/** @param {string} version */
const nodeOf = (version) => join(FOLDER, 'node_modules', `node${version}`, 'bin', 'node');

/** @type {import('./setup/steps.mjs').Step} */
const nodes = {
  name: 'Node 20, 22 and 24',
  isDone: () =>
    LISTS.every((name) => textOf(join(FOLDER, name)) === textOf(list(name))) &&
    existsSync(join(FOLDER, 'node_modules', '.package-lock.json')),
  async run(progress) {
    mkdirSync(FOLDER, { recursive: true });
    for (const name of LISTS) copyFileSync(list(name), join(FOLDER, name));
    copyFileSync(inProject('.npmrc'), join(FOLDER, '.npmrc'));
    await npmCi(FOLDER, progress);
    return 'from npm';
  },
};

/** @param {string} version */
function smokeTest(version) {
  const prefix = join(FOLDER, `kernel${version}`);
  writeKernelSpec(prefix, nodeOf(version));
  const env = { ...pythonEnv(), JUPYTER_PATH: join(prefix, 'share', 'jupyter') };
  console.log(`\nNode ${version}`);
  const args = ['--config', 'vitest.nodes.config.mts'];
  return runVitest(`node${version}`, args, { env, node: nodeOf(version) });
}

await afterSetUp(async () => {
  if (!nodes.isDone()) await setUp([nodes]);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const chosen = process.argv.slice(2);
  for (const version of chosen.length ? chosen : ['20', '22', '24']) {
    const counts = await smokeTest(version);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  endWithTotal(total);
});
