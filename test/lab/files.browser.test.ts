import { expect, test } from 'vitest';
import { lessonNames } from '../../scripts/lessons.mjs';
import { openBrowser } from '../../scripts/chromium.mjs';
import { cutNames } from './page';
import { startLab } from './server';

test("JupyterLab's list of files shows the lessons, each with its whole name, and nothing else", async () => {
  const [lab, browser] = await Promise.all([startLab(), openBrowser()]);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await page.goto(`${lab.url}/lab/tree/notebooks/00-index.ipynb?reset&token=${lab.token}`);
    const items = page.locator('.jp-DirListing-item');
    await items.first().waitFor({ timeout: 60_000 });
    await expect.poll(() => items.count()).toBe(lessonNames().length);
    const names = page.locator('.jp-DirListing-itemText');
    expect((await names.allInnerTexts()).map((name) => name.trim())).toEqual(
      lessonNames().map((name) => `${name}.ipynb`),
    );
    expect(await names.evaluateAll(cutNames)).toEqual([]);
  } finally {
    await browser.close();
    await lab.stop();
  }
}, 120_000);
