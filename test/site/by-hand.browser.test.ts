import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawWithMouse, predictorOf } from '../handouts/page';
import { openBrowser } from '../lab/browser';
import { handoutInSite } from './handout';
import { IN_FRONT, type Served, openLesson, runFirstCell, servedSite } from './site';

// What learners meet with their hands, under the site's content security policy: the predictor and quizzes, in Lab
// and in a handout. (Firefox and WebKit: other-browsers.browser.test.ts)

let site: Served;
let browser: Browser;
let handout: string;
beforeAll(async () => {
  site = await servedSite();
  handout = await handoutInSite();
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  site.server.close();
});

/** What the policy has forbidden from now on. */
function forbidden(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  return complaints;
}

async function draw(page: Page): Promise<string> {
  const frame = await predictorOf(page);
  await drawWithMouse(page, frame, [
    [0.2, 0.4],
    [0.8, 0.4],
  ]);
  const story = frame.locator('#story');
  await story.filter({ hasText: 'Your drawing' }).waitFor();
  expect(await frame.locator('#problem').innerText()).toBe('');
  return story.innerText();
}

const PREDICTOR = [
  "import { dense128, loadFashion, predictor, show } from 'nnlab';",
  'show(predictor(dense128(), await loadFashion()));',
].join('\n');

test('in Lab, the predictor guesses a drawing and the quiz answers', async () => {
  const { page, outside } = await openLesson(browser, site, '18-logistic-quiz');
  const complaints = forbidden(page);
  await runFirstCell(page, PREDICTOR);
  expect(await draw(page)).toContain('Your drawing');
  await runFirstCell(page, "import { quizzes, show } from 'nnlab';\nshow(quizzes.logistic);");
  const answer = page.locator(`${IN_FRONT} .jp-OutputArea details`).first();
  await answer.locator('summary').click();
  expect(await answer.innerText()).toMatch(/Right|Not quite/);
  expect([...complaints, ...outside]).toEqual([]);
  await page.close();
}, 120_000);

test('in a handout, they do as well, and it leads to its lesson', async () => {
  const page = await browser.newPage();
  const complaints = forbidden(page);
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.address))
      outside.push(request.url());
  });
  await page.goto(site.address + handout);
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').count()).toBe(1);
  expect(await draw(page)).toContain('Your drawing');
  const question = page.locator('.quiz-live fieldset').first();
  await question.locator('button').first().click();
  expect(await question.innerText()).toMatch(/Right|Not quite/);
  expect([...complaints, ...outside]).toEqual([]);
  await page.getByText('Run this lesson').click();
  await page.waitForURL(/lab\/index\.html/);
  await page.close();
}, 120_000);
