import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { executeAll, executedFile } from '../../scripts/lessons.mjs';
import { built } from './sample-lesson';
import { fillOfPages } from './sheets';

// Lessons on paper: how many pages, and how full they are. Solutions begin a page of their own, so
// the page before it and the last one may be short.

const LESSONS = [
  ['02-fashion-from-csv', 21],
  ['07-rules-to-weights', 21],
  ['14-digit-quiz', 8],
  ['23-cheat-sheet', 1],
] as const;

let pages: string;
beforeAll(async () => {
  const names = LESSONS.map(([name]) => name);
  await executeAll([...names], 'full', 1, () => {});
  pages = await built(
    'sheets',
    names.map((name) => executedFile(name)),
    '--pdf',
  );
}, 15 * 60_000);

describe.each(LESSONS)('%s', (name, most) => {
  test('is printed on few pages, and none within a section is half empty', () => {
    const fills = fillOfPages(path.join(pages, `${name}.pdf`));
    expect(fills.length).toBeLessThanOrEqual(most);
    const short = fills.filter((fill) => fill < 0.6);
    expect(short.length, fills.map((fill) => fill.toFixed(2)).join(' ')).toBeLessThanOrEqual(2);
  });
});
