// The examples of the API pages are sound TypeScript, and run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as nnlab from '../../src';
import { OPTIONS, publicNames, root } from './names';

const MOST_LINES = 7;

const named = publicNames().filter(({ isType }) => !isType);
const home = process.cwd();
const work = mkdtempSync(join(tmpdir(), 'nnlab-examples-'));

beforeAll(() => {
  process.chdir(work);
  vi.stubEnv('NNLAB_WORK', work);
  vi.stubEnv('NNLAB_DATA', 'sample');
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});

afterAll(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(work, { recursive: true });
});

test('all of them are sound TypeScript', () => {
  const folder = join(root, 'build', 'examples');
  mkdirSync(folder, { recursive: true });
  const files = named.map(({ name, example }) => {
    const path = join(folder, `${name}.ts`);
    writeFileSync(path, `${example}\nexport {};\n`);
    return path;
  });
  const found = ts.getPreEmitDiagnostics(
    ts.createProgram(files, { ...OPTIONS, noUnusedLocals: true }),
  );
  const said = found.map(
    ({ file, messageText }) =>
      `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
  expect(said).toEqual([]);
}, 60_000);

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
  ...words: string[]
) => (...values: unknown[]) => Promise<unknown>;

test.each(named)('$name has a short one that runs', async ({ name, example }) => {
  expect(example).toMatch(new RegExp(`^import \\{[^}]*\\b${name}\\b`));
  expect(example.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
  const { outputText } = ts.transpileModule(example, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  await new AsyncFunction('require', 'exports', outputText)(() => nnlab, {});
});
