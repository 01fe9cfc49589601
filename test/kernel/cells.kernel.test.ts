import { expect, test } from 'vitest';
import { errorOf, outputOf, realKernel } from './real-kernel';

// What a cell becomes in Jupyter, in the kernel that the project's kernelspec starts.

const { ask, run } = realKernel();

test('the last expression is the result of its cell, not a line of text', async () => {
  const { status, messages } = await run('const sum = 1 + 1;\nsum * 2');
  expect(status).toBe('ok');
  expect(messages.map(({ type, content }) => [type, content.data])).toEqual([
    ['execute_result', { 'text/plain': '4' }],
  ]);
});

test('a call that is not awaited shows that an await is missing', async () => {
  expect(outputOf(await run('Promise.resolve(4)'))).toMatch(/an await is missing/);
});

test('an error arrives with its name, its message and the learner’s own lines', async () => {
  await run(`interface Amount { readonly count: number }
function halve({ count }: Amount): number {
  if (count % 2) {
    throw new RangeError('odd: ' + count);
  }
  return count / 2;
}`);
  const cell = await run(`const amount: Amount = { count: 3 };
const waited = await Promise.resolve(amount);
const half = halve(waited);`);
  expect(cell.status).toBe('error');
  expect(cell.reply).toMatchObject({ ename: 'RangeError', evalue: 'odd: 3' });
  const { name, message, traceback } = errorOf(cell);
  expect([name, message]).toEqual(['RangeError', 'odd: 3']);
  expect(traceback).toMatch(/^RangeError: odd: 3\nIn \[\d+\], line 4:\n/);
  expect(traceback).toContain("-->   4     throw new RangeError('odd: ' + count);");
  expect(traceback).toContain('-->   3 const half = halve(waited);');
  expect(traceback).not.toMatch(/tslab|node:|\bat /);
});

test('what the type checker finds is marked in its line', async () => {
  const { traceback } = errorOf(await run('const words: string =\n  sum;'));
  expect(traceback).toMatch(/^This has the type number, but string is wanted here\.\n/);
  expect(traceback).toMatch(/Type 'number' is not assignable to type 'string'\.\nIn \[/);
  expect(traceback).toContain('-->   1 const words: string =\n              ^^^^^');
});

test('whatever is thrown is told', async () => {
  expect(errorOf(await run("throw 'only words'")).message).toBe('only words');
  expect(errorOf(await run('throw { code: 7 }')).message).toBe('{ code: 7 }');
});

test('a promise that nobody awaits fails the cell in which it fails', async () => {
  const cell = await run("void Promise.reject(new Error('nobody waits'));\nsum");
  expect(cell.status).toBe('error');
  expect(errorOf(cell).traceback).toMatch(/^nobody waits\nIn \[\d+\], line 1:/);
});

test('one that fails after its cell is told below that cell, and fails no other', async () => {
  await run(`async function fail() {
  await new Promise((resolve) => setTimeout(resolve, 100));
  throw new Error('late');
}
void fail();`);
  const next = await run('await new Promise((resolve) => setTimeout(resolve, 400));');
  expect(next.status).toBe('ok');
  expect(outputOf(next)).toMatch(/^In \[\d+\] has failed after its end:\n.*late/);
});

test('a failed cell leaves the old values of its names', async () => {
  await run("let kept = 'the old value';");
  await run("throw new Error('before'); kept = 'a new one';");
  await run("const kept2 = kept; throw new Error('again');");
  expect(outputOf(await run('kept'))).toBe("'the old value'");
});

test('cells sent together with one that fails do not run, those sent later do', async () => {
  const { cells } = await ask({
    codes: ["throw new Error('first')", "console.log('second')", "console.log('third')"],
  });
  expect(cells.map(({ status }) => status)).toEqual(['error', 'aborted', 'aborted']);
  expect(cells.slice(1).map(outputOf)).toEqual(['', '']);
  expect(outputOf(await run("console.log('later')"))).toBe('later\n');
});

test('what is awaited may stand in brackets', async () => {
  await run('const waits = async () => 5;');
  const cell = await run("console.log('first');\nawait (waits as any)();");
  expect([cell.status, outputOf(cell)]).toEqual(['ok', 'first\n\n5']);
});

test('a value that fails when it is looked at costs no cell its answer', async () => {
  await run(`const failing = { get() { throw new Error('not to be looked at'); } };
const odd = new Proxy({}, failing);
Object.defineProperty(exports, 'odder', { enumerable: true, ...failing });
void odd;`);
  const next = await run('sum * 3');
  expect([next.status, outputOf(next)]).toEqual(['ok', '6']);
});

test('what cannot be told of an error leaves no cell without an answer', async () => {
  const { status } = await run(
    "throw new Proxy({}, { get() { throw new Error('not to be looked at'); } });",
  );
  expect(status).toBe('error');
  expect(outputOf(await run('sum * 4'))).toBe('8');
});

test('hundreds of cells that wait behind one that fails are all answered, and none runs', async () => {
  // The first one fails when all others have surely been read, on however busy a machine.
  const { cells } = await ask({
    codes: [
      "await new Promise((resolve) => setTimeout(resolve, 3000)); throw new Error('first');",
      ...Array.from({ length: 700 }, (_, i) => `${i}`),
    ],
  });
  expect(cells.filter(({ status }) => status === 'aborted')).toHaveLength(700);
}, 60_000);
