import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkedCopy } from '../../scripts/lessons.mjs';
import { every, someOf } from '../notebooks/every';
import { lessonsWithCode } from '../notebooks/read';
import { shownOnNode } from '../notebooks/shown';
import { watchMemory } from './most-memory';
import { SEEN, type Seen } from './notebook';
import { DRAWN, fullData, openLesson, runAllCells, siteInBrowser } from './site';

// Lessons on the sample, with their checks, as whole as on Node: those that ask most of what a browser lacks, or,
// by `npm run site -- --test`, all of them, each in its time; with `--full-data` before, the longest on all images.

const ASKING = ['03-network-and-tensorflow', '08-fashion-from-files', '19-keras-lesson'];
const LESSONS = fullData ? ['02-fashion-from-csv'] : someOf(lessonsWithCode(), ASKING);
const MODE = fullData ? 'full' : 'sample';

/** From opening to the last cell, where two share a machine. Among other tests, nothing is said of time. */
const mostSeconds = (lesson: string) => (fullData ? 600 : lesson.startsWith('02') ? 60 : 180);
/** Where the browser finds no time for it, it clears away later. */
const MOST_MEGABYTES = every ? 1024 : 1536;

/** Even where others have the machine, a lesson has ended by then. */
const MOST_WAIT = fullData ? 1_200_000 : 300_000;

const here = siteInBrowser();

/** A visitor to whom the site hands out the lesson with its checks in it. */
async function visitorWithChecks(lesson: string) {
  const visitor = await here.browser.newContext({ serviceWorkers: 'block' });
  const body = readFileSync(checkedCopy(lesson, 'site'), 'utf8');
  await visitor.route(`**/files/notebooks/${lesson}.ipynb*`, (route) => route.fulfill({ body }));
  return visitor;
}

const seen = (page: Page) => page.evaluate<Seen>(SEEN);

test.each(LESSONS)(
  '%s runs whole, or to its first gap, asks for nothing outside, and draws every chart',
  async (lesson) => {
    const wanted = await shownOnNode(lesson, MODE);
    const visitor = await visitorWithChecks(lesson);
    const mostMemory = watchMemory(here.browser);
    const began = performance.now();
    const { page, outside } = await openLesson(visitor, here.site, lesson);
    await runAllCells(page, MOST_WAIT);
    const seconds = Math.round((performance.now() - began) / 1000);
    const { errors, notRun } = await seen(page);
    expect(errors).toEqual(wanted.gaps);
    expect(notRun > 0).toBe(wanted.gaps.length > 0);
    await expect.poll(async () => (await seen(page)).charts, DRAWN).toBe(wanted.charts);
    expect(outside).toEqual([]);
    const megabytes = await mostMemory();
    console.log(`${lesson} in the site: ${seconds} s, at most ${megabytes} MB`);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    if (every) expect(seconds).toBeLessThan(mostSeconds(lesson));
    await visitor.close();
  },
  2 * MOST_WAIT,
);
