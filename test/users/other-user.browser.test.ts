import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gapSentence } from '../../src/lesson/turn';
import { drawWithMouse, predictorOf } from '../handouts/page';
import { openBrowser } from '../../scripts/chromium.mjs';
import { unlessFrozen } from '../lab/frozen';
import { look, openNotebook, runAll, type Seen } from '../lab/notebook';
import { type Lab, projectFolder, startLab } from '../lab/server';
import { gapsOf, readLesson } from '../notebooks/read';
import { canBeNobody, filesOfNobodyOutside, LearnersFolder, NOBODY } from './learner';

// A class has one copy of the course, which its owner alone may change. Learners have other users.

const PLAIN = ['02-fashion-from-csv', '08-fashion-from-files'];
const ACTIVITY = '12-digit-activity';
const QUIZ = '14-digit-quiz';
const ASSIGNMENT = '15-digit-assignment';

if (canBeNobody) describe('a learner who owns nothing of the course', aLearner);
else {
  test('only root can become another user: no lesson was run', () => {
    expect(canBeNobody).toBe(false);
  });
}

function aLearner(): void {
  const own = new LearnersFolder([...PLAIN, ACTIVITY, QUIZ, ASSIGNMENT]);
  let lab: Lab;
  let browser: Browser;

  beforeAll(async () => {
    const env = { NNLAB_WORK: own.folder, NNLAB_DATA: 'sample', HOME: own.folder };
    [lab, browser] = await Promise.all([
      startLab(env, { folder: own.folder, user: NOBODY }),
      openBrowser(),
    ]);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await lab.stop();
    own.close();
  });

  /** Runs all of a lesson, then does something with the page. */
  async function ran<T>(lesson: string, then: (page: Page, seen: Seen) => Promise<T>): Promise<T> {
    const open = async () => ({ page: await openNotebook(lab, browser, own.lesson(lesson)) });
    return unlessFrozen(open, async ({ page }) => {
      try {
        await runAll(page);
        const result = await then(page, await look(page));
        await page.context().close();
        return result;
      } finally {
        await lab.endKernels();
      }
    });
  }

  test.each(PLAIN)('%s runs whole', { timeout: 180_000 }, async (lesson) => {
    const { errors, charts } = await ran(lesson, async (_, seen) => Promise.resolve(seen));
    expect(errors).toEqual([]);
    expect(charts.length).toBeGreaterThan(3);
  });

  test('the digit activity ends with a predictor that draws, and picks any test image', async () => {
    await ran(ACTIVITY, async (page, { errors }) => {
      expect(errors).toEqual([]);
      const predictor = await predictorOf(page);
      await drawWithMouse(page, predictor, [
        [0.5, 0.2],
        [0.5, 0.8],
      ]);
      const story = () => predictor.locator('#story').innerText();
      await expect.poll(story).toContain('Your drawing');
      await predictor.locator('#number').fill('999');
      await predictor.locator('#number').press('Enter');
      await expect.poll(story, { timeout: 15_000 }).toContain('Test image 999');
      expect(await predictor.locator('#problem').innerText()).toBe('');
    });
  }, 180_000);

  test('the quiz answers', async () => {
    await ran(QUIZ, async (page, { errors }) => {
      expect(errors).toEqual([]);
      const option = page.locator('.jp-OutputArea details').first();
      await option.locator('summary').click();
      expect((await option.innerText()).split('\n').length).toBeGreaterThan(1);
    });
  }, 180_000);

  test('the assignment runs to its first gap', async () => {
    const [gap] = gapsOf(readLesson(own.lesson(ASSIGNMENT), ASSIGNMENT));
    const { errors } = await ran(ASSIGNMENT, async (_, seen) => Promise.resolve(seen));
    expect(errors.map((error) => error.trim())).toEqual([
      gapSentence(gap?.missing ?? '', gap?.help ?? ''),
    ]);
  }, 180_000);

  test('what was saved lies in the learner’s folder, and nothing anywhere else', () => {
    expect(readdirSync(path.join(own.folder, 'models')).sort()).toEqual([
      'digit_model.keras',
      'fashion_mnist_model.keras',
      'fashion_mnist_saved_model.keras',
    ]);
    expect(filesOfNobodyOutside(own.folder)).toEqual([]);
  });

  test('without a folder of one’s own, one sentence says what to do', () => {
    const cure =
      'cannot be written: you may not write there; ' +
      'set NNLAB_WORK to a folder of your own, then start again.';
    const env = { NNLAB_DATA: 'sample' };
    const save = `const nn = require(${JSON.stringify(projectFolder)});
      nn.saveModel(nn.dense128(), 'x.keras').catch((error) => console.log(error.message));`;
    expect(own.runs(save, env)).toContain(`models ${cure}`);
    const download = `const { obtain, surroundings } = require('nnlab/dist/data/fetch/obtain.js');
      const { sources } = require('nnlab/dist/data/fetch/sources.js');
      obtain(sources.digits, { ...surroundings, folder: '${projectFolder}/data', places: () => [] });`;
    expect(own.runs(download, {})).toContain(
      `MNIST: 4 of 4 files are not on this machine, and none is downloaded: data/mnist ${cure}`,
    );
    const tables = `const nn = require('nnlab');
      nn.loadFashion().then((sample) => nn.csvPair({ ...sample, name: 'Nobody' }));`;
    expect(own.runs(tables, env)).toContain(`Error: data/nobody_sample_train.csv ${cure}`);
    const pages = `const nn = require('nnlab');
      // Some images alone, since a file of them all may be there already.
      nn.loadDigits().then((sample) => nn.predictor(nn.dense128(), { ...sample, test: nn.sliceRows(sample.test, 0, 777) }));`;
    expect(own.runs(pages, env)).toContain('the predictor offers the first 500 test images only');
  }, 60_000);
}
