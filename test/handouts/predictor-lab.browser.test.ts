import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/chromium.mjs';
import { writeNotebook } from '../lab/cells';
import { openNotebook, runAll } from '../lab/notebook';
import { startLab, type Lab } from '../lab/server';
import { drawWithMouse, predictorOf } from './page';

/** Ten thousand test images without the full data set: the sample's, twenty times over. */
const CELLS = [
  `import * as nn from 'nnlab';
   const sample = await nn.loadFashion();
   let test = sample.test;
   while (test.labels.length < 10000) test = nn.joinRows(test, sample.test);`,
  `nn.show(nn.predictor(nn.flatten128(), { ...sample, test: nn.sliceRows(test, 0, 10000) }));`,
];

describe('in JupyterLab, below the cell', () => {
  let lab: Lab;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [lab, browser] = await Promise.all([startLab({ NNLAB_DATA: 'sample' }), openBrowser()]);
    page = await openNotebook(lab, browser, writeNotebook('predictor', CELLS));
    await runAll(page);
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await lab.stop();
  });

  test('any of the 10,000 test images can be picked by its number', async () => {
    const frame = await predictorOf(page);
    expect(await frame.locator('#last').innerText()).toBe('9999');
    await frame.locator('#number').fill('9999');
    await frame.locator('#number').press('Enter');
    await expect
      .poll(() => frame.locator('#story').innerText(), { timeout: 15_000 })
      .toContain('Test image 9999');
    await expect.poll(() => frame.locator('#truth').innerText()).toContain('Truth:');
    expect(await frame.locator('#problem').innerText()).toBe('');
  });

  test('a drawing gets a guess, and its keys do nothing to the notebook', async () => {
    const frame = await predictorOf(page);
    await drawWithMouse(page, frame, [
      [0.2, 0.3],
      [0.8, 0.3],
    ]);
    await expect.poll(() => frame.locator('#story').innerText()).toContain('Your drawing');
    const cells = await page.locator('.jp-Notebook .jp-Cell').count();
    await frame.locator('#pad').focus();
    // In the notebook, D D deletes a cell and B adds one.
    for (const key of ['d', 'd', 'b', 'Space', 'ArrowDown', 'Space'])
      await page.keyboard.press(key);
    expect(await page.locator('.jp-Notebook .jp-Cell').count()).toBe(cells);
  });

  test('it is dark where JupyterLab is dark', async () => {
    const frame = await predictorOf(page);
    const paper = () => frame.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await page.evaluate('document.body.dataset.jpThemeLight = "false"');
    await expect.poll(paper).toBe('rgb(18, 22, 28)');
    await page.evaluate('document.body.dataset.jpThemeLight = "true"');
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
  });

  test('it is as high as its contents', async () => {
    const frame = await predictorOf(page);
    const heightOf = async (place: Locator) => (await place.boundingBox())?.height ?? NaN;
    const tooHigh = async () =>
      (await heightOf(page.locator('.nnlab-predictor iframe'))) -
      (await heightOf(frame.locator('main')));
    await expect.poll(async () => Math.abs(await tooHigh())).toBeLessThan(2);
  });
});
