import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executeAll, executedFile, lessonFile, lessonNames } from '../../scripts/lessons.mjs';
import { chartsOf, readLesson } from '../notebooks/read';
import { openBrowser } from './browser';
import { runAllInLab } from './notebook';
import { type Lab, startLab } from './server';

/** How many charts the lesson shows when it is executed without a browser. */
async function chartsIn(lesson: string, mode: 'full' | 'quick'): Promise<number> {
  await executeAll([lesson], mode, 1, () => undefined);
  return readLesson(executedFile(lesson, mode), lesson).cells.flatMap(chartsOf).length;
}

/** Run All in JupyterLab, as a learner does it, in a real browser. */
function lessonsRunInLab(mode: 'full' | 'quick', lessons: readonly string[]) {
  describe(`in ${mode} mode`, () => {
    let lab: Lab;
    let browser: Browser;
    beforeAll(async () => {
      [lab, browser] = await Promise.all([
        startLab({ NNLAB_QUICK: mode === 'quick' ? '1' : '' }),
        openBrowser(),
      ]);
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
        expect(charts.length).toBe(await chartsIn(lesson, mode));
      },
      400_000,
    );
  });
}

lessonsRunInLab('quick', lessonNames());
lessonsRunInLab('full', ['02-fashion-from-csv']);
