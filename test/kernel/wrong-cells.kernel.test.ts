import { expect, test } from 'vitest';
import { errorOf, outputOf, realKernel } from './real-kernel';
import { ABOVE, WRONG_CELLS } from './wrong-cells';

// What must fail fails, in the kernel of the learners, and its first sentence says what to type.

const { run } = realKernel();

test('the cells above run', async () => {
  for (const code of ABOVE) expect(errorOf(await run(code)).message).toBeUndefined();
}, 120_000);

test.each(WRONG_CELLS)('%s', async (code, sentence) => {
  const cell = await run(code);
  expect(cell.status).toBe('error');
  const { message, traceback } = errorOf(cell);
  expect(message?.slice(0, sentence.length)).toBe(sentence);
  expect(traceback).not.toMatch(/node_modules|evalmachine|\bat .*\(/);
});

test('a model that gives way to a number is missed in one line', async () => {
  const cell = await run('const model = 5;');
  expect(cell.status).toBe('ok');
  expect(outputOf(cell)).toMatch(
    /^model was a model and is now a number: .+ run the cell that builds it/,
  );
});
