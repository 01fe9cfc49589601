import { expect, test } from 'vitest';
import { lessonNames } from '../../scripts/lessons.mjs';
import { cutNames } from '../lab/page';
import { siteInBrowser } from './site';

const here = siteInBrowser();

test('the site’s own address leads to the lessons, with a kernel and the site’s own settings', async () => {
  const page = await here.browser.newPage();
  await page.goto(here.site.address);
  const panel = page.locator('.jp-NotebookPanel');
  await panel.locator('h1', { hasText: 'neural network' }).waitFor({ timeout: 60_000 });
  await page.locator('.lm-TabBar-tab.lm-mod-current', { hasText: '00-index.ipynb' }).waitFor();
  await panel.locator('.jp-Toolbar-kernelName', { hasText: 'TypeScript' }).waitFor();
  await expect.poll(() => page.title()).toContain('nnlab');
  await page.close();
}, 120_000);

test('its list of files shows each lesson with its whole name', async () => {
  const page = await here.browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.goto(here.site.address);
  const names = page.locator('.jp-DirListing-itemText', { hasText: '.ipynb' });
  await names.first().waitFor({ timeout: 60_000 });
  await expect.poll(() => names.count()).toBe(lessonNames().length);
  expect(await names.evaluateAll(cutNames)).toEqual([]);
  await page.close();
}, 120_000);

test('Back leaves the site, as its first page is not a stop of its own', async () => {
  const page = await here.browser.newPage();
  await page.goto('about:blank');
  await page.goto(here.site.address);
  await page.waitForURL(/00-index/);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
  await page.close();
}, 60_000);

test('who allows no scripts is told so, with a link to the lessons', async () => {
  const page = await here.browser.newPage({ javaScriptEnabled: false });
  await page.goto(here.site.address);
  expect(await page.locator('body').innerText()).toContain('must allow JavaScript');
  expect(await page.locator('a').getAttribute('href')).toContain('00-index.ipynb');
  await page.close();
}, 60_000);
