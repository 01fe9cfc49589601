import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lessonFile, lessonNames, root } from '../../scripts/lessons.mjs';
import { openBrowser } from '../../scripts/chromium.mjs';
import { openNotebook } from '../lab/notebook';
import { renderWords } from '../lab/page';
import { type Lab, startLab } from '../lab/server';
import { allLessons, headingsOf } from '../notebooks/read';
import { flawsIn, missingPictures, targetsIn } from './flaws';
import { FAULTY } from './faulty';

// The words of all lessons as JupyterLab itself renders them.

const WORDS = '.jp-RenderedMarkdown';
const RENDERED = `main > ${WORDS}`;
const lessons = allLessons();
const words = lessons.map(({ cells }) => cells.filter(({ kind }) => kind === 'markdown'));

let lab: Lab;
let browser: Browser;
beforeAll(async () => {
  [lab, browser] = await Promise.all([startLab(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
}, 30_000);

async function opened(file: string): Promise<Page> {
  const page = await openNotebook(lab, browser, file);
  await page.locator(WORDS).first().waitFor();
  return page;
}

/** The flaws that are left when MathJax has had its time. */
async function flawsOf(page: Page, place: string): Promise<string[]> {
  let flaws: string[] = [];
  for (let attempt = 0; attempt < 60; attempt++) {
    flaws = await page.evaluate(flawsIn, place);
    if (flaws.length === 0) break;
    await page.waitForTimeout(500);
  }
  return flaws;
}

/** The id that JupyterLab gives a heading. */
const placeOf = (heading: string) => heading.replace(/[`*]/g, '').trim().replaceAll(' ', '-');

function isDead(target: string, from: number): boolean {
  if (/^(https?|mailto|data|attachment):/.test(target)) return false;
  const [file = '', place] = decodeURI(target).split('#');
  if (file && !existsSync(path.join(root, 'notebooks', file))) return true;
  const lesson = file ? lessons.find(({ name }) => `${name}.ipynb` === file) : lessons[from];
  if (!place || !lesson) return false;
  return !headingsOf(lesson).some(({ text }) => placeOf(text) === place);
}

test('JupyterLab leaves nothing raw in the words of any lesson', async () => {
  const page = await opened(lessonFile('00-index'));
  await page.evaluate(
    renderWords,
    words.flat().map(({ source }) => source),
  );
  expect(await page.locator(RENDERED).count()).toBe(words.flat().length);
  expect(await flawsOf(page, RENDERED)).toEqual([]);
  expect(await page.locator('mjx-container').count()).toBeGreaterThan(100);
  await page.context().close();
}, 180_000);

test('words with every fault show each of them', async () => {
  const page = await opened(lessonFile('00-index'));
  await page.evaluate(renderWords, Object.values(FAULTY));
  const flaws = (await page.evaluate(flawsIn, RENDERED)).join('\n');
  for (const flaw of Object.keys(FAULTY).filter((fault) => !fault.includes('link'))) {
    expect(flaws).toContain(flaw);
  }
  await page.context().close();
}, 120_000);

test('every link of a lesson leads to a file, and to a place in it', () => {
  const dead = words.flatMap((cells, at) =>
    cells.flatMap(({ source, where }) =>
      [...source.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)]
        .map(([, link, html]) => link ?? html ?? '')
        .filter((target) => isDead(target, at))
        .map((target) => `${where}: ${target}`),
    ),
  );
  expect(dead).toEqual([]);
  expect(isDead('99-nowhere.ipynb', 0)).toBe(true);
  expect(isDead('02-fashion-from-csv.ipynb#nowhere', 0)).toBe(true);
  expect(isDead('#nowhere', 0)).toBe(true);
});

test('the index has one table of lessons, a picture in each row', async () => {
  const page = await opened(lessonFile('00-index'));
  // The cells below the first are drawn a little later.
  await expect.poll(() => page.locator(`${WORDS} table`).count()).toBe(2);
  expect(await flawsOf(page, WORDS)).toEqual([]);
  expect(await page.locator(`${WORDS} td img`).count()).toBe(lessonNames().length - 1);
  expect(await page.evaluate(missingPictures, WORDS)).toEqual([]);
  const leads = (await page.evaluate(targetsIn, WORDS)).map(({ target }) => target);
  const lessons = new Set(leads.filter((target) => target.includes('.ipynb')));
  expect(lessons.size).toBe(lessonNames().length - 1);
  await page.context().close();
}, 120_000);
