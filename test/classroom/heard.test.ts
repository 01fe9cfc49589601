import { expect, test } from 'vitest';
import { withGradersKernel } from './grader';

test('no word of a cell is lost, however much it shows', async () => {
  // Three hundred messages a cell: zeromq puts every 513th off, and refuses those that come before it is gone.
  const ends = await withGradersKernel<(string | null)[]>('heard.py', ['4']);
  expect(ends).toEqual(['end', 'end', 'end', 'end']);
}, 180_000);
