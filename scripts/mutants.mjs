// npm run mutants -- judge: Stryker changes src/judge, one place at a time, and lists the changes that no test notices.
//   npm run mutants -- data/idx.ts data/csv-cell.ts   only these files
//   The pages of a run lie in build/mutants/<name>.html.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programsFromNpm } from './setup/from-npm.mjs';
import { beforeTensorflow, inProject } from './setup/project.mjs';
import { afterSetUp } from './setup/steps.mjs';

/** What a test never reads; Stryker works on a copy of the rest. */
const LEFT_OUT = ['.cache', '.venv', '.git', 'build', 'docs', 'data/fashion-mnist', 'data/mnist'];

await afterSetUp(async () => {
  const wanted = process.argv.slice(2);
  if (wanted.length === 0) throw new Error('Say which folder of src/: npm run mutants -- judge');
  const folder = await programsFromNpm('mutants', 'Stryker');
  const stryker = join(folder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const settings = settingsFile(wanted);
  const { status } = spawnSync(process.execPath, [stryker, 'run', settings], {
    cwd: inProject(),
    stdio: 'inherit',
    env: {
      ...process.env,
      NNLAB_MUTANTS_TESTS: testsOf(wanted).join(' '),
      NODE_OPTIONS: `--require ${JSON.stringify(beforeTensorflow)}`,
    },
  });
  process.exitCode = status ?? 1;
});

/** The tests that mirror a folder with all in it, or the folder in which a file lies. @param {string[]} wanted */
function testsOf(wanted) {
  const mirrored = wanted.map((name) =>
    name.endsWith('.ts') ? `${dirname(name)}/*` : `${name}/**/*`,
  );
  return [...new Set(mirrored)].map((tests) => `test/${tests}.test.ts`);
}

/** @param {string[]} wanted @returns {string} */
function settingsFile(wanted) {
  const name = wanted.map((path) => path.replaceAll('/', '-').replace('.ts', '')).join('_');
  const out = inProject('build', 'mutants');
  const file = join(out, `${name}.json`);
  const settings = {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutants.config.mts', related: false },
    mutate: wanted.map(filesOf),
    ignorePatterns: LEFT_OUT,
    concurrency: 1,
    // Static mutants, in what a module computes while it is loaded, would each ask for all tests in a new process.
    ignoreStatic: true,
    timeoutMS: 10_000,
    dryRunTimeoutMinutes: 30,
    tempDirName: '.cache/mutants/copy',
    reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
    htmlReporter: { fileName: join(out, `${name}.html`) },
    jsonReporter: { fileName: join(out, `${name}.report.json`) },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    thresholds: { high: 85, low: 85, break: 85 },
    allowConsoleColors: false,
  };
  mkdirSync(out, { recursive: true });
  writeFileSync(file, JSON.stringify(settings, null, 2));
  return file;
}

/** @param {string} name */
function filesOf(name) {
  const path = join('src', name);
  if (!existsSync(inProject(path))) throw new Error(`There is no ${path}.`);
  return statSync(inProject(path)).isDirectory() ? `${path}/**/*.ts` : path;
}
