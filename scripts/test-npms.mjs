// npm run test:npms: a fresh clone is set up and started (test/npms) with npm 9, 10 and 11, whatever this npm is.
import { join } from 'node:path';
import { programsFromNpm } from './setup/from-npm.mjs';
import { pythonEnv } from './setup/project.mjs';
import { afterSetUp } from './setup/steps.mjs';
import { endWithTotal, runVitest } from './setup/vitest.mjs';

await afterSetUp(async () => {
  const folder = await programsFromNpm('npms', 'npm 9, 10 and 11');
  const env = { ...pythonEnv(), NNLAB_NPMS: join(folder, 'node_modules') };
  endWithTotal(await runVitest('npms', ['--config', 'vitest.npms.config.mts'], { env }));
});
