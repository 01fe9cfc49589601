import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkedCopy, lessonNames } from '../../scripts/lessons.mjs';
import { shownOnNode } from '../notebooks/shown';
import { SEEN, type Seen } from './notebook';
import { DRAWN, openLesson, runAllCells, siteInBrowser } from './site';

// Lessons on the sample, with their checks, as whole as on Node: those that ask most of what a browser lacks, or,
// by `npm run site -- --test`, all of them.

const ASKING = ['03-network-and-tensorflow', '08-fashion-from-files', '19-keras-lesson'];
const LESSONS = process.env['NNLAB_SITE_LESSONS'] === 'all' ? lessonNames() : ASKING;

const here = siteInBrowser();

/** A visitor to whom the site hands out the lesson with its checks in it. */
async function visitorWithChecks(lesson: string) {
  const visitor = await here.browser.newContext({ serviceWorkers: 'block' });
  const body = readFileSync(checkedCopy(lesson, 'site'), 'utf8');
  await visitor.route(`**/files/notebooks/${lesson}.ipynb*`, (route) => route.fulfill({ body }));
  return visitor;
}

test.each(LESSONS)(
  '%s runs whole, or to its first gap, asks for nothing outside, and draws every chart',
  async (lesson) => {
    const wanted = await shownOnNode(lesson, 'sample');
    const visitor = await visitorWithChecks(lesson);
    const { page, outside } = await openLesson(visitor, here.site, lesson);
    await runAllCells(page, 240_000);
    const seen = () => page.evaluate<Seen>(SEEN);
    const { errors } = await seen();
    expect(errors).toEqual(wanted.gaps);
    await expect.poll(async () => (await seen()).charts, DRAWN).toBe(wanted.charts);
    expect(outside).toEqual([]);
    await visitor.close();
  },
  400_000,
);
