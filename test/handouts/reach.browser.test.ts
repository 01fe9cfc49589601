/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tableHtml } from '../../src/show/table-html';
import { openBrowser } from '../../scripts/chromium.mjs';
import { openOffline } from './page';
import { built } from './sample-lesson';
import { type Cell, writtenLesson } from './written-lesson';

// What a reader meets with the hands: code, tables, contents, search and the notebook in a page.

const LONG =
  "const many = [1, 2, 3].map((each) => each * 2).filter((each) => each > 2); // it's <long>";
const columns = Array.from({ length: 18 }, (_, at) => `pixel number ${at}`);
const wide = tableHtml({ columns, rows: [columns.map((_, at) => at)] });
const proseTable = [columns, columns.map(() => '---'), columns]
  .map((row) => row.join(' | '))
  .join('\n');
const sections = Array.from({ length: 30 }, (_, at): Cell => ({
  prose: `## Section ${at}\n\n${'Some words that fill the page. '.repeat(20)}`,
}));

const cells: readonly Cell[] = [
  { prose: `# The first lesson\n\nIt opens.\n\n${proseTable}` },
  { code: `if (true) {\n    ${LONG}\n}`, outputs: [{ 'text/html': wide, 'text/plain': 'wide' }] },
  ...sections,
  { prose: '## Séries\n\nA **vanishing** gradient: with softmax, $x^2$.' },
  { prose: 'The hidden answer is quicksilver.', tags: ['solution'] },
];

// Two names from the course: a page made earlier stays in the index when another is made anew.
const [FIRST, SECOND] = ['01-neural-network-notes', '02-fashion-from-csv'];

let browser: Browser;
let pages: string;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  const second: Cell[] = [
    { prose: '# The second lesson\n\nHere softmax appears once.' },
    { code: '1', outputs: [{ 'text/plain': '1' }] },
  ];
  pages = await built('reach', [writtenLesson(FIRST, cells), writtenLesson(SECOND, second)]);
  page = (await openOffline(browser, path.join(pages, `${FIRST}.html`))).page;
}, 120_000);
afterAll(() => browser.close());

/** The colours of one line of pixels down the right edge of an element. */
async function edgeOf(selector: string): Promise<string> {
  await page.locator(selector).first().scrollIntoViewIfNeeded();
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen.`);
  const clip = { x: box.x + box.width - 2, y: box.y + box.height - 2, width: 2, height: 2 };
  return (await page.screenshot({ clip })).toString('base64');
}

describe.each([1280, 390])('%i px wide', (width) => {
  beforeAll(() => page.setViewportSize({ width, height: 720 }));

  test('no piece of code goes beyond its box, and every line stands whole', async () => {
    const code = page.locator('.highlight pre');
    expect(await code.evaluate((it) => it.scrollWidth <= it.clientWidth)).toBe(true);
    expect(await code.innerText()).toContain(LONG);
  });

  test('a table that goes on shades its edge until one has scrolled there', async () => {
    const table = page.locator('.output.html');
    expect(await table.evaluate((it) => it.scrollWidth > it.clientWidth)).toBe(true);
    const shaded = await edgeOf('.output.html');
    await table.evaluate((it) => it.scrollTo({ left: it.scrollWidth }));
    expect(await edgeOf('.output.html')).not.toBe(shaded);
    await table.evaluate((it) => it.scrollTo({ left: 0 }));
    expect(await edgeOf('.output.html')).toBe(shaded);
  });

  test('the contents are at hand at the end of a long lesson', async () => {
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    const link = page.locator('.contents a', { hasText: 'Section 2' }).first();
    const button = page.locator('#contents-button');
    expect(await button.isVisible()).toBe(width < 1200);
    if (width < 1200) {
      expect(await link.isVisible()).toBe(false);
      await button.click();
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await link.click();
    const inSight = () =>
      page.evaluate(() => {
        const top = document.getElementById('Section-2')!.getBoundingClientRect().top;
        return top >= document.querySelector<HTMLElement>('.bar')!.offsetHeight && top < 200;
      });
    await expect.poll(inSight, { timeout: 10_000 }).toBe(true);
    if (width < 1200) expect(await link.isVisible()).toBe(false);
  });
});

test('the Tab key stops at blocks that scroll, and passes over those that fit', async () => {
  const stops = await page.locator('main pre[tabindex="0"], main .table[tabindex="0"]').all();
  expect(stops.length).toBeGreaterThan(0);
  for (const block of stops) {
    expect(await block.evaluate((it) => it.scrollWidth > it.clientWidth)).toBe(true);
  }
});

test('a button copies the code, and nothing but the code', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('.copy').click();
  await page.waitForSelector('.copy[data-done]');
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`if (true) {\n    ${LONG}\n}`);
});

describe('the search', () => {
  const hits = () => page.locator('#search li b').allInnerTexts();

  test('looks through all lessons, without accents, headings first, and leads to the section', async () => {
    await page.keyboard.press('/');
    await page.locator('#search input').fill('softm');
    await expect.poll(hits).toEqual(['Séries', 'The second lesson']);
    await page.locator('#search input').fill('series gradient');
    await expect.poll(hits).toEqual(['Séries']);
    expect(await page.locator('#search mark').allInnerTexts()).toEqual(['gradient']);
    await page.locator('#search input').fill('softmax second');
    await expect.poll(hits).toEqual(['The second lesson']);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${SECOND}.html#The-second-lesson`);
    await page.goBack();
  });

  test('gives no solution away, and says when there is nothing', async () => {
    await page.locator('#search-button').click();
    await page.locator('#search input').fill('quicksilver');
    await expect
      .poll(() => page.locator('#search p').innerText())
      .toBe('No section with quicksilver.');
    await page.getByRole('button', { name: 'Close' }).click();
  });

  test('keeps the sections of pages made earlier, and its index is small', async () => {
    const anew: Cell[] = [{ prose: '# The first lesson\n\nNew words.' }, ...cells.slice(1, 2)];
    await built('reach', [writtenLesson(FIRST, anew)]);
    const index = readFileSync(path.join(pages, 'search-index.js'), 'utf8');
    expect(index).toContain('New words.');
    expect(index).toContain('Here softmax appears once.');
    expect(index).not.toContain('vanishing');
    expect(statSync(path.join(pages, 'search-index.js')).size).toBeLessThan(20_000);
  });

  test('says what is missing where a page was handed on alone', async () => {
    rmSync(path.join(pages, 'search-index.js'));
    const alone = (await openOffline(browser, path.join(pages, `${SECOND}.html`))).page;
    await alone.locator('#search-button').click();
    await expect
      .poll(() => alone.locator('#search p').innerText())
      .toContain('This page came without search-index.js');
    await alone.context().close();
  });
});

test.each([
  ['full', [], true],
  ['student', ['--student'], false],
] as const)('the %s edition holds its notebook, to be run', async (edition, options, solved) => {
  const out = await built(`reach-${edition}`, [writtenLesson(FIRST, cells)], ...options);
  const { page } = await openOffline(browser, path.join(out, `${FIRST}.html`));
  const link = page.locator('a.download');
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe(`${FIRST}.ipynb`);
  const text = readFileSync(await download.path(), 'utf8');
  const notebook = JSON.parse(text) as { cells: { source: string[]; outputs?: unknown[] }[] };
  expect(notebook.cells[1]?.source.join('')).toContain(LONG);
  expect(notebook.cells[1]?.outputs).toEqual([]);
  expect(text.includes('quicksilver')).toBe(solved);
  await page.context().close();
});
