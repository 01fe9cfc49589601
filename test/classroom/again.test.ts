import { expect, test } from 'vitest';
import { withGradersKernel } from './grader';

test('after a cell that ends the kernel those before it run again, but for one that had to be stopped', async () => {
  const cells = ['one', 'loops', 'two', 'ends the kernel', 'three'];
  const kernels = await withGradersKernel<string[][]>('again.py', cells);
  expect(kernels).toEqual([cells.slice(0, 4), ['one', 'two', 'three']]);
}, 60_000);
