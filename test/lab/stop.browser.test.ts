import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/chromium.mjs';
import { writeNotebook } from './cells';
import { openNotebook } from './notebook';
import { runCommand } from './page';
import { type Lab, startLab } from './server';

// An instructor presses JupyterLab's ■ in the middle of a training, and goes on from there.

const CELLS = [
  `import { dense128, historyOf, loadFashion, sliceRows, toTensors, train } from 'nnlab';`,
  `const data = await loadFashion();
const examples = toTensors(sliceRows(data.train, 0, 2000));
const model = dense128();
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });`,
  `await train(model, examples, { epochs: 100000 });
console.log('the rest of the cell');`,
  `console.log('epochs kept: ' + historyOf(model).length);`,
  `const done = historyOf(model).length;
const rows = await train(model, examples, { initialEpoch: done, epochs: done + 2 });
console.log('epochs more: ' + rows.length);`,
];

let lab: Lab;
let browser: Browser;
let page: Page;

const outputOf = (cell: number) =>
  page
    .locator('.jp-CodeCell')
    .nth(cell - 1)
    .locator('.jp-OutputArea-output');
const textOf = async (cell: number) => (await outputOf(cell).allInnerTexts()).join('\n');

beforeAll(async () => {
  [lab, browser] = await Promise.all([startLab(), openBrowser()]);
  page = await openNotebook(lab, browser, writeNotebook('stop', CELLS));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

async function runCell(cell: number): Promise<void> {
  await page
    .locator('.jp-CodeCell .cm-content')
    .nth(cell - 1)
    .click();
  await page.evaluate(runCommand, 'notebook:run-cell');
}

test('■ ends a training within seconds, and the rest of the cell does not run', async () => {
  const running = page.evaluate(runCommand, 'notebook:run-all-cells');
  // Not in the first epoch: what is over must stay.
  await outputOf(3)
    .filter({ hasText: /3 +\d+(\.\d)? m?s/ })
    .waitFor();
  const pressed = performance.now();
  await page.locator('[data-jp-item-name="interrupt"] jp-button').click();
  await running;
  expect(performance.now() - pressed).toBeLessThan(5000);
  await expect.poll(() => textOf(3)).toContain('historyOf(model) gives the rows so far');
  expect(await textOf(3)).toContain('Training stopped after');
  expect(await textOf(3)).not.toContain('the rest of the cell');
}, 120_000);

test('nothing trains on behind the stopped cell', async () => {
  // A last progress line may still be on its way.
  await page.waitForTimeout(1500);
  const before = await textOf(3);
  await page.waitForTimeout(1500);
  expect(await textOf(3)).toBe(before);
});

test('the next cell has the history of the epochs that were finished', async () => {
  await runCell(4);
  await expect.poll(() => textOf(4)).toMatch(/epochs kept: \d+/);
  const kept = Number((await textOf(4)).match(/epochs kept: (\d+)/)?.[1]);
  const finished = (await textOf(3)).split('\n').filter((line) => / m?s +\d\.\d{4} /.test(line));
  expect(kept).toBeGreaterThanOrEqual(2);
  expect(kept).toBe(finished.length);
});

test('training goes on from there', async () => {
  await runCell(5);
  await expect.poll(() => textOf(5)).toContain('epochs more: 2');
}, 60_000);
