import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Sandbox } from './sandbox';

const sandbox = new Sandbox();
afterAll(() => sandbox.remove());

/** Where set-up is cut off, one run after the other: two programs are at work at a time. */
const CUTS = [
  ['npm', 'venv'],
  ['npm', 'pip'],
  ['tsc', 'wheel'],
  ['tsc', 'compiler'],
];

test.each(CUTS)('killed while %s and %s work, set-up has come no further', async (one, other) => {
  const running = sandbox.start({ STAND_IN_HALT: `${one} ${other}` });
  await running.reaches();
  await running.killAll();
  expect(sandbox.calls().split(' ').at(-1)).toBe(other);
  // No half library is left.
  expect(existsSync(sandbox.path('.cache/dist.part'))).toBe(one === 'tsc');
  expect(existsSync(sandbox.path('dist'))).toBe(false);
});

test('killed while data are fetched, everything before is done', async () => {
  const running = sandbox.start({ STAND_IN_HALT: 'data' });
  await running.reaches();
  await running.killAll();
  expect(running.output).not.toContain('npm packages');
});

test('the next call completes it, each tool having been called once more than its step was cut off', async () => {
  const { code, output } = await sandbox.setUp();
  expect(code, output).toBe(0);
  expect(output).toContain('✓ data: all found');
  expect(sandbox.calls().split(' ').sort().join(' ')).toBe(
    'compiler compiler data data npm npm npm pip pip venv venv venv wheel wheel wheel',
  );
});

test('then everything is found done, in under three seconds', async () => {
  sandbox.forgetCalls();
  const { code, output, seconds } = await sandbox.setUp();
  expect({ code, calls: sandbox.calls() }).toEqual({ code: 0, calls: '' });
  expect(output).toContain('Set-up: everything is there');
  expect(seconds).toBeLessThan(3);
});

test('what changed is redone, and only that', async () => {
  sandbox.write('src/index.ts', 'export const answer = 43;\n');
  sandbox.write('src/more.ts', 'export const more = 1;\n');
  const { output } = await sandbox.setUp();
  expect(sandbox.calls()).toBe('');
  expect(output).toMatch(/^✓ library: .*\n✓ types: nnlab\.d\.ts .*\n$/);
  expect(readFileSync(sandbox.path('dist/index.js'), 'utf8')).toContain('43');
});

test('a source that is gone leaves nothing behind in dist/', async () => {
  rmSync(sandbox.path('src/more.ts'));
  await sandbox.setUp();
  expect(existsSync(sandbox.path('dist/more.js'))).toBe(false);
});

test('other requirements make a new Python environment, with the kernel in it', async () => {
  appendFileSync(sandbox.path('scripts/requirements.txt'), '# changed\n');
  const { code, output } = await sandbox.setUp();
  expect({ code, calls: sandbox.calls() }).toEqual({ code: 0, calls: 'venv pip' });
  expect(output).toContain('✓ kernel');
});

test('a copy of the project in the place of its link, as npm 9.2 made it of older versions, is linked again, and said', async () => {
  sandbox.forgetCalls();
  const link = sandbox.path('node_modules/nnlab');
  rmSync(link);
  mkdirSync(link);
  cpSync(sandbox.path('src'), join(link, 'src'), { recursive: true });
  const { code, output } = await sandbox.setUp();
  expect({ code, calls: sandbox.calls() }).toEqual({ code: 0, calls: '' });
  expect(output).toMatch(/^✓ npm packages: .*node_modules\/nnlab was no link to this folder/);
  expect(realpathSync(link)).toBe(realpathSync(sandbox.folder));
});

test('after another `npm ci` TensorFlow comes from the cache, without compiling', async () => {
  sandbox.forgetCalls();
  rmSync(sandbox.path('node_modules'), { recursive: true });
  const { code, output } = await sandbox.setUp();
  expect({ code, calls: sandbox.calls() }).toEqual({ code: 0, calls: 'npm' });
  expect(output).toContain("✓ TensorFlow: 2.18.1, from the project's cache");
});
