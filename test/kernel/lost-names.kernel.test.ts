import { expect, test } from 'vitest';
import { errorOf, outputOf, realKernel } from './real-kernel';

// The kernel forgets what a cell declares that does not come to its end: a learner is told so, and which cell.

const { ask, run } = realKernel();
const messageOf = async (code: string) => errorOf(await run(code)).message;

test('a name of a cell that failed is missed with that cell', async () => {
  await run("const size = 3;\nthrow new Error('wrong');");
  expect(await messageOf('size + 1')).toMatch(
    /^The name size is not known: In \[\d+\], which declares it, failed before its end\. Run that cell again first\.$/,
  );
  await run("const width: number = 'wide';");
  expect(await messageOf('console.log({ width })')).toMatch(/^The name width is not known: In /);
}, 60_000);

test('a name of a cell that was stopped is missed with that cell', async () => {
  await ask({
    codes: [
      "const count = 3;\nconsole.log('begun');\nawait new Promise((end) => setTimeout(end, 20_000));",
    ],
    interruptAfter: 'begun',
  });
  expect(await messageOf('count')).toMatch(
    /^The name count is not known: In \[\d+\], which declares it, was stopped before its end/,
  );
});

test('once the cell has come to its end, the name is there', async () => {
  await run('const size = 4;');
  expect(outputOf(await run('size + 1'))).toBe('5');
});
