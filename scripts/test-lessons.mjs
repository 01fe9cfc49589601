// npm run test:lessons: every lesson where `npm test` takes some: run in full, quickly and on the sample, in
// JupyterLab, stopped by ■ there, run twice in one kernel, broken on purpose, and as handouts. Takes more than an hour
// on two cores.
import { pythonEnv } from './setup/project.mjs';
import { afterSetUp } from './setup/steps.mjs';
import { endWithTotal, runVitest } from './setup/vitest.mjs';

const TESTS = [
  'test/notebooks/executed',
  'test/lab/lessons',
  'test/lab/stopped',
  'test/notebooks/twice',
  'test/notebooks/mistakes',
  'test/handouts/lessons',
];

await afterSetUp(async () => {
  const wanted = process.argv.slice(2);
  const env = { ...pythonEnv(), NNLAB_LESSONS: 'all' };
  endWithTotal(await runVitest('lessons', wanted.length > 0 ? wanted : TESTS, { env }));
});
