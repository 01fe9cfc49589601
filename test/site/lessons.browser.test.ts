/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  checkedCopy,
  executeAll,
  executedFile,
  lessonNames,
  reportOf,
} from '../../scripts/lessons.mjs';
import { openBrowser } from '../lab/browser';
import { chartsOf, readLesson } from '../notebooks/read';
import { type Served, openLesson, runAllCells, servedSite } from './site';

// Lessons on the sample, with their checks, as whole as on Node: those that ask most of what a browser lacks, or,
// by `npm run site -- --test`, all of them.

const ASKING = ['03-network-and-tensorflow', '08-fashion-from-files', '19-keras-lesson'];
const LESSONS = process.env['NNLAB_SITE_LESSONS'] === 'all' ? lessonNames() : ASKING;

let site: Served;
let browser: Browser;
beforeAll(async () => {
  site = await servedSite();
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  site.server.close();
});

/** What the lesson shows on Node: its charts, and the gap at which it ends. */
async function onNode(lesson: string) {
  await executeAll([lesson], 'sample', 1, () => undefined);
  const { cells } = readLesson(executedFile(lesson, 'sample'), lesson);
  const gap = reportOf(lesson, 'sample')?.gap;
  return { charts: cells.flatMap(chartsOf).length, gaps: gap ? [gap] : [] };
}

/** A visitor to whom the site hands out the lesson with its checks in it. */
async function visitorWithChecks(lesson: string) {
  const visitor = await browser.newContext({ serviceWorkers: 'block' });
  const body = readFileSync(checkedCopy(lesson, 'site'), 'utf8');
  await visitor.route(`**/files/notebooks/${lesson}.ipynb*`, (route) => route.fulfill({ body }));
  return visitor;
}

/** What somebody sees who scrolls from the top to the end. */
function seen(page: Page) {
  return page.evaluate(() => {
    const texts = (kind: string) =>
      [...document.querySelectorAll<HTMLElement>(`.jp-Notebook [data-mime-type$="${kind}"]`)].map(
        (it) => it.textContent?.trim() ?? '',
      );
    return {
      errors: [...texts('jupyter.error'), ...texts('jupyter.stderr')],
      charts: document.querySelectorAll('.jp-Notebook .vega-embed').length,
    };
  });
}

test.each(LESSONS)(
  '%s runs whole, or to its first gap, asks for nothing outside, and draws every chart',
  async (lesson) => {
    const wanted = await onNode(lesson);
    const visitor = await visitorWithChecks(lesson);
    const { page, outside } = await openLesson(visitor, site, lesson);
    await runAllCells(page, 240_000);
    const { errors, charts } = await seen(page);
    expect(errors).toEqual(wanted.gaps);
    expect(charts).toBe(wanted.charts);
    expect(outside).toEqual([]);
    await visitor.close();
  },
  400_000,
);
