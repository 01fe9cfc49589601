import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkedCopy,
  executeAll,
  executedFile,
  lessonNames,
  reportOf,
} from '../../scripts/lessons.mjs';
import { chartsOf, readLesson } from '../notebooks/read';
import { openBrowser } from './browser';
import { runAllInLab } from './notebook';
import { type Lab, startLab } from './server';

/** What the lesson shows when it is executed without a browser: its charts, and where it ends. */
async function executed(lesson: string, mode: 'full' | 'quick') {
  await executeAll([lesson], mode, 1, () => undefined);
  const charts = readLesson(executedFile(lesson, mode), lesson).cells.flatMap(chartsOf).length;
  const gap = reportOf(lesson, mode)?.gap;
  return { charts, gaps: gap ? [gap] : [] };
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
      '%s runs whole, or to its first gap, without an error, every chart drawn',
      async (lesson) => {
        const { errors, charts } = await runAllInLab(lab, browser, checkedCopy(lesson, 'lab'));
        const wanted = await executed(lesson, mode);
        expect(errors.map((error) => error.trim())).toEqual(wanted.gaps);
        expect(charts.length).toBe(wanted.charts);
      },
      400_000,
    );
  });
}

lessonsRunInLab('quick', lessonNames());
lessonsRunInLab('full', ['02-fashion-from-csv']);
