/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../lab/browser';
import { type Served, openLesson, runAllCells, servedSite } from './site';

// A lesson in the browser edition: the very same notebook, and nothing installed.

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

test('lesson 2 runs from its first cell to its last, asks for nothing outside, and draws its charts', async () => {
  const { page, outside } = await openLesson(browser, site, '02-fashion-from-csv');
  await runAllCells(page, 150_000);
  const model = await page.evaluate(() => {
    const outputs = (kind: string) =>
      [...document.querySelectorAll<HTMLElement>(`.jp-Notebook [data-mime-type="${kind}"]`)].map(
        (it) => it.textContent ?? '',
      );
    const prompts = [...document.querySelectorAll('.jp-Notebook .jp-CodeCell .jp-InputPrompt')];
    return {
      errors: [
        ...outputs('application/vnd.jupyter.error'),
        ...outputs('application/vnd.jupyter.stderr'),
      ],
      notRun: prompts.filter((prompt) => !/\d/.test(prompt.textContent ?? '')).length,
      charts: document.querySelectorAll('.jp-Notebook .vega-embed').length,
    };
  });
  expect(model.errors).toEqual([]);
  expect(model.notRun).toBe(0);
  expect(model.charts).toBeGreaterThan(3);
  expect(outside).toEqual([]);
  const files = page.locator('.jp-DirListing-item', { hasText: 'models' });
  await expect.poll(() => files.count(), { timeout: 15_000 }).toBe(1);
}, 240_000);
