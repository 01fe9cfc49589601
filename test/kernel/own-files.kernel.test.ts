import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { errorOf, outputOf, realKernel } from './real-kernel';

// A learner's own file of TypeScript, imported by a cell: the kernel keeps files, but sees when this one changes.

const { run } = realKernel();
const name = `build/tests/own-${process.pid}`;
const file = join(resolve(__dirname, '../..'), `${name}.ts`);
const read = `import { size } from './${name}'; size`;

afterAll(() => rmSync(file, { force: true }));

function write(text: string) {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

test('a file that is not there is missed', async () => {
  expect(errorOf(await run(read)).message).toMatch(/^There is no package /);
}, 60_000);

test('once written, it is found', async () => {
  write('export const size: number = 3;\n');
  expect(outputOf(await run(read))).toBe('3');
});

test('changed, its new types count', async () => {
  write('export const size: string = "large";\n');
  // Until the watcher of files has looked.
  await pause(1500);
  const cell = await run(`${read}; const half: number = size;`);
  expect(errorOf(cell).message).toMatch(/^This has the type string, but number is wanted/);
});
