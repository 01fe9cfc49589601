import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lessonFile, lessonNames } from '../../scripts/lessons.mjs';
import { allLessons, codeOf } from '../notebooks/read';
import { openBrowser } from './browser';
import { runAllInLab } from './notebook';
import { type Lab, startLab } from './server';

const promisedCharts = new Map(
  allLessons().map((lesson) => [
    lesson.name,
    codeOf(lesson).filter((cell) => cell.tags.includes('chart')).length,
  ]),
);

/** Run All in JupyterLab, as a learner does it, in a real browser. */
function lessonsRunInLab(name: string, env: Record<string, string>, lessons: readonly string[]) {
  describe(name, () => {
    let lab: Lab;
    let browser: Browser;
    beforeAll(async () => {
      [lab, browser] = await Promise.all([startLab(env), openBrowser()]);
    }, 120_000);
    afterAll(async () => {
      await browser.close();
      await lab.stop();
    });

    test.each(lessons)(
      '%s runs whole, without an error, every chart drawn',
      async (lesson) => {
        const { errors, charts } = await runAllInLab(lab, browser, lessonFile(lesson));
        expect(errors).toEqual([]);
        expect(charts.length).toBe(promisedCharts.get(lesson));
      },
      240_000,
    );
  });
}

lessonsRunInLab('in quick mode', { NNLAB_QUICK: '1' }, lessonNames());
lessonsRunInLab('in full', { NNLAB_QUICK: '' }, ['02-fashion-from-csv']);
