// npm run test:nodes: a smoke test (test/nodes) on Node 20, 22 and 24, whatever this Node is. Linux on x86-64 only.
//   npm run test:nodes -- [22]
import { join } from 'node:path';
import { programsFromNpm } from './setup/from-npm.mjs';
import { writeKernelSpec } from './setup/kernel.mjs';
import { pythonEnv } from './setup/project.mjs';
import { afterSetUp } from './setup/steps.mjs';
import { endWithTotal, runVitest } from './setup/vitest.mjs';

/** @param {string} folder @param {string} version */
function smokeTest(folder, version) {
  const node = join(folder, 'node_modules', `node${version}`, 'bin', 'node');
  const prefix = join(folder, `kernel${version}`);
  writeKernelSpec(prefix, node);
  const env = { ...pythonEnv(), JUPYTER_PATH: join(prefix, 'share', 'jupyter') };
  console.log(`\nNode ${version}`);
  return runVitest(`node${version}`, ['--config', 'vitest.nodes.config.mts'], { env, node });
}

await afterSetUp(async () => {
  const folder = await programsFromNpm('nodes', 'Node 20, 22 and 24');
  const total = { passed: 0, failed: 0, skipped: 0 };
  const chosen = process.argv.slice(2);
  for (const version of chosen.length ? chosen : ['20', '22', '24']) {
    const counts = await smokeTest(folder, version);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  endWithTotal(total);
});
