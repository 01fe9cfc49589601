import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lessonFile } from '../../scripts/lessons.mjs';
import { readLesson } from '../notebooks/read';
import { openBrowser } from '../../scripts/chromium.mjs';
import { labFolder } from './cells';
import { openNotebook, runAll, save } from './notebook';
import { solutionsInSight } from './page';
import { startLab } from './server';

// A quiz with its numbers worked out: it needs no training.
const LESSON = '18-logistic-quiz';

test('solutions in code are folded in JupyterLab, also through Run All, until one opens them', async () => {
  const [lab, browser] = await Promise.all([
    startLab({ NNLAB_QUICK: '1', NNLAB_DATA: 'sample' }),
    openBrowser(),
  ]);
  try {
    const copy = path.join(labFolder, `${LESSON}.ipynb`);
    copyFileSync(lessonFile(LESSON), copy);
    const page = await openNotebook(lab, browser, copy);
    expect(await page.evaluate(solutionsInSight)).toEqual([]);
    await runAll(page);
    expect(await page.evaluate(solutionsInSight)).toEqual([]);
    await save(page);
    const saved = readLesson(copy, LESSON).cells;
    const solved = saved.filter(({ kind, tags }) => kind === 'code' && tags.includes('solution'));
    expect(solved.every(({ executed }) => executed)).toBe(true);
    expect(saved.filter(({ folded }) => folded).length).toBeGreaterThan(5);
    await open(page, 'How many parameters (question 11)');
    const seen = await page.evaluate(solutionsInSight);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toContain('unhidden.countParams()');
    await page.context().close();
  } finally {
    await browser.close();
    await lab.stop();
  }
}, 200_000);

/** Clicks on "2 cells hidden" below a heading. */
async function open(page: Page, heading: string): Promise<void> {
  const cell = page.locator('.jp-MarkdownCell', { hasText: heading });
  await cell.getByRole('button', { name: /cells? hidden/ }).click();
}
