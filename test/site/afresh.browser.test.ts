/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { IN_FRONT } from './notebook';
import { openLesson, runFirstCell, saved, siteInBrowser } from './site';

// "Start this lesson afresh": one lesson is again as the site has it, all others stay the learner's.

const here = siteInBrowser();

const firstCell = (page: Page) =>
  page.locator(`${IN_FRONT} .jp-CodeCell`).first().locator('.cm-content').innerText();

const dialog = (page: Page) => page.locator('.jp-Dialog-content');

test('it asks, and then the lesson, its outputs and its names are new; another lesson is kept', async () => {
  const visitor = await here.browser.newContext();
  const other = await openLesson(visitor, here.site, '14-digit-quiz');
  await runFirstCell(other.page, "'kept words'");
  await saved(other.page);
  await other.page.close();

  const { page } = await openLesson(visitor, here.site, '18-logistic-quiz');
  await expect.poll(() => firstCell(page)).toContain('openLesson');
  const before = await firstCell(page);
  await runFirstCell(page, 'const mine = 5;');
  await saved(page);
  const button = page.locator(`${IN_FRONT} .jp-Toolbar`).getByText('Start afresh');
  await button.click();
  await expect.poll(() => dialog(page).innerText()).toContain('18-logistic-quiz.ipynb');
  await dialog(page).getByText('Cancel').click();
  expect(await firstCell(page)).toBe('const mine = 5;');

  const startAfresh = async () => {
    await button.click();
    await dialog(page).getByRole('button', { name: 'Start afresh' }).click();
    await expect.poll(() => firstCell(page)).toBe(before);
  };
  await startAfresh();
  await page.waitForSelector(`${IN_FRONT} [data-status="idle"]`);
  expect(await runFirstCell(page, 'mine')).toContain('The name mine is not known');

  // The site saves by itself, so what was typed since would come back.
  await startAfresh();
  await page.reload();
  for (const [name, words] of [
    ['18-logistic-quiz', before],
    ['14-digit-quiz', "'kept words'"],
  ] as const) {
    await page.locator('.lm-TabBar-tab', { hasText: name }).click({ timeout: 60_000 });
    await expect.poll(() => firstCell(page)).toBe(words);
  }
  await visitor.close();
}, 180_000);

test('a notebook of one’s own has no copy in the site, and stays', async () => {
  const { page } = await openLesson(here.browser, here.site, '18-logistic-quiz');
  await page.locator('.jp-DirListing-item', { hasText: '18-logistic' }).click({ button: 'right' });
  await page.locator('.lm-Menu-item', { hasText: /^Duplicate/ }).click();
  await page.locator('.jp-DirListing-item', { hasText: /quiz[^.]+\.ipynb/ }).dblclick();
  await page.waitForSelector(`${IN_FRONT} [data-status="idle"]`);
  await page.locator(`${IN_FRONT} .jp-Toolbar`).getByText('Start afresh').click();
  // A dialog's title is drawn after its words.
  await expect
    .poll(() => dialog(page).innerText())
    .toContain('The site has no copy of this notebook');
  await page.close();
}, 90_000);
