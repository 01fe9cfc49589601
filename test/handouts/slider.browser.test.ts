import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/chromium.mjs';
import { descentSlider } from '../../src/charts/theory/descent-slider';
import { chartBundle } from '../../src/show/bundle';
import { openOffline, seriousFindings } from './page';
import { built } from './sample-lesson';
import { writtenLesson } from './written-lesson';

// A chart with a slider, in a page without a network: what is moved there is computed there.

const NAME = '03-network-and-tensorflow';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  const cells = [
    { prose: '# A lesson\n\nIt has a slider.' },
    { code: 'show(descentSlider());', outputs: [chartBundle(descentSlider()).data] },
  ];
  const pages = await built('slider', [writtenLesson(NAME, cells)]);
  page = (await openOffline(browser, path.join(pages, `${NAME}.html`))).page;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('figure').scrollIntoViewIfNeeded();
}, 120_000);
afterAll(() => browser.close());

test.each(['light', 'dark'])('in the %s theme axe-core finds nothing serious', async (theme) => {
  await page.locator('#theme').selectOption(theme);
  await page.locator('.vega-bind').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

const said = async () => page.locator('figure svg').getByText('after 12 steps').textContent();

test('a slider below a chart is named, large enough for a finger, and shows what it is at', async () => {
  const slider = page.getByRole('slider', { name: /Learning rate/ });
  expect((await slider.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await page.locator('.vega-bind').innerText()).toContain('0.4');
  expect(await said()).toBe('after 12 steps: w = 0.99, loss 0.50');
});

test('moved, it has the steps made anew', async () => {
  const slider = page.getByRole('slider', { name: /Learning rate/ });
  await slider.fill('1');
  await expect.poll(said).toBe('after 12 steps: w = 1.00, loss 0.50');
  await slider.fill('2');
  await expect.poll(said).toBe('after 12 steps: w = −2.20, loss 5.62');
});
