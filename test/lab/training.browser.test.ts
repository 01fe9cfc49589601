import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/chromium.mjs';
import { writeNotebook } from './cells';
import { openNotebook } from './notebook';
import {
  brokenWords,
  chartsOnPage,
  menusOutside,
  progressSeen,
  rowsSeen,
  runCommand,
  selectCell,
} from './page';
import { type Lab, startLab } from './server';

// A training as a class sees it: the chart grows above the table, no row of the table breaks, and no
// chart is cut.

const CELLS = [
  `import * as tf from '@tensorflow/tfjs-node';
import { learningCurves, loadFashion, show, toTensors, train, workflowDrawing } from 'nnlab';
const { train: rows } = await loadFashion();
const examples = toTensors(rows);
const model = tf.sequential({ layers: [
  tf.layers.dense({ inputShape: [784], units: 512, activation: 'relu' }),
  tf.layers.dense({ units: 10, activation: 'softmax' }),
] });
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });`,
  `show(learningCurves([1, 2, 3].map((epoch) => (
  { epoch, split: 'train' as const, loss: 1 / epoch, accuracy: 0.8 + epoch / 100 }))));
show(workflowDrawing());`,
  `await train(model, examples, { epochs: 10, batchSize: 2, validation: 0.1, liveChart: true });`,
];

let lab: Lab;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [lab, browser] = await Promise.all([startLab({ NNLAB_DATA: 'sample' }), openBrowser()]);
  page = await openNotebook(lab, browser, writeNotebook('training', CELLS));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

test('the chart stands above the table and keeps up with it, epoch by epoch', async () => {
  const running = page.evaluate(runCommand, 'notebook:run-all-cells');
  await page.locator('.jp-OutputArea-output pre', { hasText: '1/10' }).waitFor();
  const seen = [];
  let over = false;
  void running.then(() => (over = true));
  while (!over) {
    seen.push(await page.evaluate(progressSeen));
    await page.waitForTimeout(50);
  }
  seen.push(await page.evaluate(progressSeen));
  for (const { chartFirst } of seen) expect(chartFirst).toBe(true);
  // The last one is the cell's value, in a sentence.
  expect(new Set(seen.map(({ outputs }) => outputs))).toEqual(new Set([2, 3]));
  const rows = seen.map(({ epochs }) => epochs);
  expect(rows.at(-1)).toBe(10);
  expect(new Set(rows).size).toBeGreaterThan(5);
  for (const { epochs, drawn } of seen) expect(epochs - drawn).toBeLessThanOrEqual(1);
  expect(seen.at(-1)?.drawn).toBe(10);
}, 120_000);

describe.each([
  ['beside the list of files', { width: 1280, height: 720 }, ['filebrowser:toggle-main'], false],
  ['on a projector', { width: 1280, height: 720 }, ['application:toggle-presentation-mode'], false],
  [
    'on a phone',
    { width: 390, height: 844 },
    ['application:toggle-presentation-mode', 'application:toggle-left-area'],
    true,
  ],
])('%s', (where, size, commands, isNarrow) => {
  test('each epoch is one row, nothing of it is cut, and no printed word is broken', async () => {
    await page.setViewportSize(size);
    for (const command of commands) await page.evaluate(runCommand, command);
    await page.locator('.jp-RenderedHTML pre').last().scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    await page.screenshot({ path: `build/lab/training ${where}.png` });
    const { lines, heights, width, letters, needed } = await page.evaluate(rowsSeen);
    expect(lines).toBe(3 + 10);
    expect(heights).toBe(lines);
    expect(needed).toBeLessThanOrEqual(width);
    expect(letters).toBeGreaterThan(9);
    expect(await page.evaluate(brokenWords)).toEqual([]);
  });

  test('no chart and no button of one is cut, and a pair is side by side where there is room', async () => {
    // Charts ask for their place when they are drawn.
    await page.evaluate(selectCell, 1);
    await page.evaluate(runCommand, 'notebook:run-cell');
    const pair = async () => (await page.evaluate(chartsOnPage))[0];
    await expect.poll(isStacked, { timeout: 60_000 }).toBe(isNarrow);
    await page.screenshot({ path: `build/lab/charts ${where}.png` });
    const overflow = await page
      .locator('.jp-OutputArea-output')
      .evaluateAll((outputs) => outputs.map((output) => output.scrollWidth - output.clientWidth));
    expect(Math.max(...overflow)).toBe(0);
    expect((await pair())?.clipped).toEqual([]);
    expect(await page.evaluate(menusOutside)).toBe(0);

    async function isStacked(): Promise<boolean | undefined> {
      const seen = await pair();
      return seen && seen.height > seen.width;
    }
  });
});
