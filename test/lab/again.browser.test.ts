import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lessonFile } from '../../scripts/lessons.mjs';
import { openBrowser } from '../../scripts/chromium.mjs';
import { labFolder } from './cells';
import { openNotebook } from './notebook';
import { cellTagged, cellsSeen, runCommand, selectCell } from './page';
import { type Lab, startLab } from './server';

// A learner runs only the training cell of lesson 2 again, wonders, and begins afresh.

const LESSON = '02-fashion-from-csv';
const GOES_ON =
  /this model goes on from the weights of epoch (\d+); to begin afresh, run the cell that builds it first/;

let lab: Lab;
let browser: Browser;
let page: Page;
let training: number;

beforeAll(async () => {
  [lab, browser] = await Promise.all([startLab({ NNLAB_DATA: 'sample' }), openBrowser()]);
  const copy = path.join(labFolder, `again-${LESSON}.ipynb`);
  copyFileSync(lessonFile(LESSON), copy);
  page = await openNotebook(lab, browser, copy);
  training = await page.evaluate(cellTagged, 'training');
  await page.evaluate(selectCell, training);
  await page.evaluate(runCommand, 'notebook:run-all-above');
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

/** Runs one cell; returns what it printed. */
async function printedBy(cell: number): Promise<string> {
  await page.evaluate(selectCell, cell);
  await page.evaluate(runCommand, 'notebook:run-cell');
  const seen = (await page.evaluate(cellsSeen))[cell];
  expect(seen?.complaints).toBe('');
  return seen?.printed ?? '';
}

const firstLoss = (printed: string) => Number(/^ *1\/20 .*?s +(\d\.\d{4})/m.exec(printed)?.[1]);

test('a training that is run again says from which epoch it goes on, and how to begin afresh', async () => {
  const first = await printedBy(training);
  expect(first).not.toContain('goes on');
  const again = await printedBy(training);
  expect(GOES_ON.exec(again)?.[1]).toBe('20');
  expect(firstLoss(again)).toBeLessThan(firstLoss(first) / 2);
  await printedBy(await cellThatBuilds());
  const afresh = await printedBy(training);
  expect(afresh).not.toContain('goes on');
  expect(firstLoss(afresh)).toBeGreaterThan(firstLoss(again));
  expect(Math.abs(firstLoss(afresh) / firstLoss(first) - 1)).toBeLessThan(0.3);
}, 300_000);

async function cellThatBuilds(): Promise<number> {
  const cells = await page.evaluate(cellsSeen);
  return cells.findIndex(({ code, source }) => code && source.includes('model.compile('));
}
