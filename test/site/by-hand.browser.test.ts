import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { drawWithMouse, predictorOf } from '../handouts/page';
import { handoutInSite } from './handout';
import { IN_FRONT } from './notebook';
import { askedOutside, openLesson, runFirstCell, siteInBrowser } from './site';

// What learners meet with their hands, under the site's content security policy: the predictor and quizzes, in Lab
// and in a handout. (Firefox and WebKit: other-browsers.browser.test.ts)

const here = siteInBrowser();
let handout: string;
beforeAll(async () => {
  handout = await handoutInSite('by-hand');
}, 180_000);

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
  const { page, outside } = await openLesson(here.browser, here.site, '18-logistic-quiz');
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
  const page = await here.browser.newPage();
  const complaints = forbidden(page);
  const outside = askedOutside(page, here.site);
  await page.goto(here.site.address + handout);
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
