/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lossCurves } from '../../src/charts/curves/curves';
import { chartBundle } from '../../src/show/bundle';
import { quizBundle } from '../../src/show/quiz';
import { openBrowser } from '../../scripts/chromium.mjs';
import { openOffline } from './page';
import { readThrough } from './reading';
import { built } from './sample-lesson';
import { type Cell, writtenLesson } from './written-lesson';

// Charts that follow the theme, and what becomes of a page on paper.

const history = [0.5, 0.3, 0.2].map((loss, at) => ({
  epoch: at + 1,
  split: 'train' as const,
  loss,
  accuracy: NaN,
}));
const options = [
  { text: 'yes', feedback: 'So it is.', correct: true },
  { text: 'no', feedback: 'It is not.' },
];
const quiz = {
  title: 'Quiz',
  seed: 1,
  questions: [1, 2].map((n) => ({ question: `Q${n}?`, options })),
};

const cells: readonly Cell[] = [
  { prose: '# Paper' },
  { code: 'chart', outputs: [chartBundle(lossCurves(history)).data] },
  { code: 'quiz', outputs: [quizBundle(quiz).data] },
  {
    prose: '## Exercise one\n\nDo it.\n\n<details><summary>Hint</summary>\n\nA hint.\n\n</details>',
  },
  { prose: 'The first solution.', tags: ['solution'] },
  { prose: '### One pixel', tags: ['solution'], folds: true },
  { prose: 'The pixel is 0.2.', tags: ['solution'] },
  { prose: '<details><summary>Solution 2</summary>\n\nThe second.\n\n</details>' },
  { prose: '## Summary\n\nThe end.' },
];

let browser: Browser;
let file: string;
beforeAll(async () => {
  browser = await openBrowser();
  file = path.join(await built('paper', [writtenLesson('01-paper', cells)]), '01-paper.html');
}, 120_000);
afterAll(() => browser.close());

describe('the theme of charts', () => {
  const letters = (page: Page) =>
    page.locator('figure svg.marks .role-axis-label text').first().getAttribute('fill');

  test('is the page’s, at once when that changes, and light on paper', async () => {
    const { page } = await openOffline(browser, file, { colorScheme: 'dark' });
    await readThrough(page);
    const dark = await letters(page);
    await page.locator('#theme').selectOption('light');
    await expect.poll(() => letters(page)).not.toBe(dark);
    expect(await letters(page)).toBe('#222222');
    await page.locator('#theme').selectOption('dark');
    await expect.poll(() => letters(page)).toBe(dark);
    expect(await page.locator('figure svg.marks').count()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('figure img').isVisible()).toBe(true);
    expect(await page.locator('figure svg.marks').isVisible()).toBe(false);
    const ground = 'getComputedStyle(document.body).backgroundColor';
    expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
    await page.context().close();
  });

  test('without scripts the picture is light, on a card of its own', async () => {
    const dark = { colorScheme: 'dark', javaScriptEnabled: false } as const;
    const { page } = await openOffline(browser, file, dark);
    const ground = page
      .locator('figure img')
      .evaluate((it) => getComputedStyle(it).backgroundColor);
    expect(await ground).toBe('rgb(255, 255, 255)');
    await page.context().close();
  });
});

describe('on paper', () => {
  let page: Page;
  const text = (selector: string) => page.locator(selector).allInnerTexts();
  beforeAll(async () => {
    page = (await openOffline(browser, file)).page;
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(() => page.context().close());

  test('key and solutions stand at the end, on pages of their own, and hints stay', async () => {
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    const answers = page.locator('main > .answers:last-child');
    expect(await answers.evaluate((it) => getComputedStyle(it).breakBefore)).toBe('page');
    const words = await answers.innerText();
    const solutions = ['The first solution.', 'The pixel is 0.2.', 'The second.'];
    for (const answer of ['So it is.', 'Exercise one', ...solutions])
      expect(words).toContain(answer);
    expect(words).not.toContain('A hint.');
    const before = (await text('main > :not(.answers)')).join('\n');
    expect(before).toContain('A hint.');
    for (const place of ['Solution 2: at the end.', 'One pixel: at the end.'])
      expect(before).toContain(place);
    expect(before).not.toMatch(/The first solution|The pixel is|The second\.|So it is/);
  });

  test('afterwards everything is back in its place, and folded', async () => {
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('.answers, .answer-place').count()).toBe(0);
    expect(await page.locator('main details').count()).toBe(5);
    expect(await page.locator('main details[open]').count()).toBe(0);
    const order = await text('main summary');
    expect(order).toEqual(['Key', 'Hint', 'Solution', 'One pixel', 'Solution 2']);
  });

  test('the last question of a quiz never stands alone on a page', async () => {
    const last = page.locator('.quiz .questions > li').last();
    expect(await last.evaluate((it) => getComputedStyle(it).breakBefore)).toBe('avoid');
  });

  test('three ordinary figures fit on one page', async () => {
    const { height } = (await page.locator('figure').boundingBox())!;
    expect(height).toBeLessThan(980 / 3);
  });
});
