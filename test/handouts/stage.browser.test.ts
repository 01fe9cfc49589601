/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confusionGrid } from '../../src/charts/bars/confusion-grid';
import { chartBundle } from '../../src/show/bundle';
import { openBrowser } from '../../scripts/chromium.mjs';
import { openOffline, seriousFindings } from './page';
import { built } from './sample-lesson';
import { type Cell, writtenLesson } from './written-lesson';

// A lesson on stage: 1280 x 720, as most classrooms' projectors have it.

const paragraphs = Array.from(
  { length: 12 },
  (_, at) => `Paragraph ${at}. ${'Words. '.repeat(40)}`,
);
const matrix = Array.from({ length: 10 }, (_, at) =>
  Array.from({ length: 10 }, (_, to) => at + to),
);
const chart = chartBundle(confusionGrid(matrix, [...'abcdefghij'])).data;
const tall = Array.from({ length: 60 }, (_, at) => `line ${at}`).join('\n');

const cells: readonly Cell[] = [
  { prose: '# On stage\n\n**Time**: 45 minutes in class.' },
  { prose: '## Part one: 10 minutes\n\n### Its beginning\n\nShort.' },
  { prose: `## Long\n\n${paragraphs.join('\n\n')}` },
  { prose: '## Picture' },
  { code: 'show(chart);', outputs: [chart, { 'text/plain': tall }] },
  { prose: '## Last\n\nThe end.' },
];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  const pages = await built('stage', [writtenLesson('01-stage', cells)]);
  page = (await openOffline(browser, path.join(pages, '01-stage.html'))).page;
  await page.setViewportSize({ width: 1280, height: 720 });
}, 120_000);
afterAll(() => browser.close());

const count = () => page.locator('.stage-bar > span').first().innerText();
const visible = (text: string) => page.getByText(text, { exact: true }).isVisible();

test('a button and a key enter, a button and two keys leave', async () => {
  await page.locator('#stage-button').click();
  expect(await page.locator('.stage-bar').isVisible()).toBe(true);
  expect(await page.locator('header').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Leave' }).click();
  expect(await page.locator('.stage-bar').count()).toBe(0);
  for (const leave of ['Escape', 's']) {
    await page.keyboard.press('s');
    expect(await page.locator('.stage-bar').isVisible()).toBe(true);
    await page.keyboard.press(leave);
    expect(await page.locator('header').isVisible()).toBe(true);
  }
});

test('it begins at what is being read, and one is back there afterwards', async () => {
  await page.locator('.contents a', { hasText: 'Last' }).click();
  const inSight = () =>
    page.locator('#Last').evaluate((it) => it.getBoundingClientRect().top < 700);
  await expect.poll(inSight, { timeout: 10_000 }).toBe(true);
  await page.keyboard.press('s');
  await page.keyboard.press('Home');
  expect(await visible('On stage')).toBe(true);
  await page.keyboard.press('End');
  expect(await visible('The end.')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(inSight, { timeout: 10_000 }).toBe(true);
});

test('arrows and a clicker turn from section to section, a heading with the next one below it', async () => {
  await page.keyboard.press('s');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  expect(await visible('Its beginning #')).toBe(true);
  expect(await visible('Short.')).toBe(true);
  expect(await page.getByText('Paragraph 0.').isVisible()).toBe(false);
  await page.keyboard.press('PageDown');
  expect(await page.getByText('Paragraph 0.').isVisible()).toBe(true);
  await page.keyboard.press('PageUp');
  expect(await visible('Short.')).toBe(true);
});

test('nothing is lost: every block comes once, whole, or the screen says that it goes on below', async () => {
  await page.keyboard.press('Home');
  const all = Number((await count()).split(' / ')[1]);
  const seen: string[] = [];
  let scrolled = 0;
  for (let at = 0; at < all; at++) {
    const { texts, more, over, wide } = await page.evaluate(() => {
      const main = document.querySelector('main')!;
      const more = [...document.querySelectorAll('.stage-bar button')].find(
        (it) => it.textContent === '▾ more',
      );
      const blocks = [...main.querySelectorAll<HTMLElement>('p, h1, h2, h3, figure, pre')];
      return {
        texts: blocks.filter((it) => it.checkVisibility()).map((it) => it.textContent ?? ''),
        more: more?.checkVisibility(),
        over: main.scrollHeight > main.clientHeight + 2,
        wide: main.scrollWidth > main.clientWidth,
      };
    });
    expect(more, `screen ${at + 1}`).toBe(over);
    expect(wide).toBe(false);
    seen.push(...texts);
    if (over) scrolled++;
    await page.keyboard.press('ArrowRight');
  }
  expect(scrolled).toBe(1);
  for (const words of ['On stage', 'Paragraph 11.', 'Figure 1.', 'line 59', 'The end.'])
    expect(
      seen.filter((text) => text.includes(words)),
      words,
    ).toHaveLength(1);
});

test('keys scroll a screen that is too high before they turn it', async () => {
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const screen = await count();
  await page.keyboard.press(' ');
  expect(await count()).toBe(screen);
  for (let times = 0; times < 5; times++) {
    await page.waitForTimeout(700);
    await page.keyboard.press(' ');
  }
  expect(await visible('The end.')).toBe(true);
});

test('it can be read from the last row: letters of 1/40 of the screen’s height and more', async () => {
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(p, pre, figcaption)')].map((it) =>
      parseFloat(getComputedStyle(it).fontSize),
    ),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(720 / 40);
});

test('the time of the section and of the lesson runs, and says when it is over', async () => {
  const clock = page.locator('.stage-bar button', { hasText: 'min' });
  await expect
    .poll(() => clock.innerText())
    .toMatch(/^section 0:\d\d of 10 min · \d:\d\d of 45 min$/);
  expect(await clock.getAttribute('data-over')).toBeNull();
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 11 * 60_000;
  });
  await expect
    .poll(() => clock.innerText(), { timeout: 4000 })
    .toMatch(/^section 11:\d\d of 10 min/);
  expect(await clock.getAttribute('data-over')).toBe('');
});

test('axe-core finds nothing serious on stage', async () => {
  expect(await seriousFindings(page)).toEqual([]);
});
