import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, folder, readLesson } from '../notebooks/read';
import { errorOf, outputOf, realKernel } from './real-kernel';

// What each learner of a class needs at most for the code-along, in full: 545 MB, by which a busy machine changes
// little. With images as floats it was 860 and more.

const { run, mostMemory } = realKernel();
const LESSON = '02-fashion-from-csv';
const MB = 2 ** 20;

test('in lesson 2 a kernel has at most 600 MB for itself', async () => {
  const said: string[] = [];
  for (const { source } of codeOf(readLesson(join(folder, `${LESSON}.ipynb`), LESSON))) {
    const cell = await run(source);
    expect([cell.status, errorOf(cell).message]).toEqual(['ok', undefined]);
    said.push(outputOf(cell));
  }
  // All of it: the whole data set, for all epochs.
  expect(said.join('\n')).toContain('Fashion-MNIST: 60,000 training');
  expect(outputOf(await run('console.log(epochRows.at(-1)?.epoch);'))).toContain('20');
  const most = await mostMemory();
  console.log(`lesson 2: at most ${Math.round(most / MB)} MB`);
  expect(most).toBeLessThan(600 * MB);
}, 400_000);
