import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkedCopy } from '../../scripts/lessons.mjs';
import { inLab } from '../notebooks/every';
import { shownOnNode } from '../notebooks/shown';
import { openBrowser } from '../../scripts/chromium.mjs';
import { runAllInLab } from './notebook';
import { type Lab, startLab } from './server';

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
        const wanted = await shownOnNode(lesson, mode);
        expect(errors.map((error) => error.trim())).toEqual(wanted.gaps);
        expect(charts.length).toBe(wanted.charts);
      },
      400_000,
    );
  });
}

lessonsRunInLab('quick', inLab);
lessonsRunInLab('full', ['02-fashion-from-csv']);
