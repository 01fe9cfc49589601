import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser';
import { writeNotebook } from './cells';
import { openNotebook, runAll } from './notebook';
import { chartsOnPage, hideSides, runCommand } from './page';
import { type Lab, startLab } from './server';

// Charts in a cell that is narrower than they are.

const CELLS = [
  `import { learningCurves, show, workflowDrawing } from 'nnlab';
const history = [1, 2, 3].map((epoch) => (
  { epoch, split: 'train' as const, loss: 1 / epoch, accuracy: 0.8 + epoch / 100 }));
show(learningCurves(history));`,
  `show(workflowDrawing());`,
];

let lab: Lab;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [lab, browser] = await Promise.all([startLab(), openBrowser()]);
  page = await openNotebook(lab, browser, writeNotebook('narrow', CELLS));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

const PRESENT = 'application:toggle-presentation-mode';

test.each([
  ['beside the list of files', { width: 1280, height: 720 }, ['filebrowser:activate'], false],
  ['on a projector', { width: 1280, height: 720 }, [PRESENT], false],
  ['on a phone', { width: 390, height: 844 }, [], true],
])(
  '%s no chart is cut, and a pair is side by side where there is room',
  async (where, size, commands, stacked) => {
    await page.setViewportSize(size);
    await page.evaluate(hideSides);
    for (const command of commands) await page.evaluate(runCommand, command);
    // Charts ask for their place when they are drawn.
    await runAll(page);
    await page.waitForTimeout(2000);
    await page.screenshot({ path: `build/lab/narrow ${where}.png` });
    const overflow = await page
      .locator('.jp-OutputArea-output')
      .evaluateAll((outputs) => outputs.map((output) => output.scrollWidth - output.clientWidth));
    expect(overflow).toEqual([0, 0]);
    const [pair] = await page.evaluate(chartsOnPage);
    expect((pair?.height ?? 0) > (pair?.width ?? 0)).toBe(stacked);
    expect(pair?.clipped).toEqual([]);
  },
  60_000,
);
