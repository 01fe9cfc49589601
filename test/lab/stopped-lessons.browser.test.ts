import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lessonFile } from '../../scripts/lessons.mjs';
import { someOf } from '../notebooks/every';
import { allLessons, codeOf } from '../notebooks/read';
import { openBrowser } from '../../scripts/chromium.mjs';
import { labFolder } from './cells';
import { openNotebook } from './notebook';
import { type CellSeen, cellTagged, cellsSeen, runCommand, selectCell } from './page';
import { type Lab, startLab } from './server';

// An instructor presses ■ in a lesson's main training and goes on with the epochs made so far.
// Three stand for all; they train in different ways.

const trains = allLessons().filter((lesson) =>
  codeOf(lesson).some(({ tags }) => tags.includes('training')),
);
const some = ['02-fashion-from-csv', '09-going-on-training', '13-digit-agenda'];
const chosen = trains.map(({ name }) => name);
const lessons = someOf(chosen, some);

let lab: Lab;
let browser: Browser;

beforeAll(async () => {
  [lab, browser] = await Promise.all([startLab({ NNLAB_DATA: 'sample' }), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

interface RawNotebook {
  cells: { source: string[]; metadata: { tags?: string[] } }[];
}

/** A copy whose main training lasts until somebody stops it. */
function endlessCopy(lesson: string): string {
  const notebook = JSON.parse(readFileSync(lessonFile(lesson), 'utf8')) as RawNotebook;
  const training = notebook.cells.find(({ metadata }) => metadata.tags?.includes('training'));
  if (!training) throw new Error(`${lesson} has no cell tagged training.`);
  training.source = training.source.map((line) =>
    line
      .replace(/(?<=\bepochs: )\w+/, '100000')
      .replace('trainData, { ...plan', 'trainData, { ...plan, epochs: 100000')
      .replace('scaled, same', 'scaled, { ...same, epochs: 100000 }')
      .replace('maxIterations: 10000, tolerance: 1e-5', 'maxIterations: 10000000, tolerance: 0'),
  );
  const copy = path.join(labFolder, `stopped-${lesson}.ipynb`);
  writeFileSync(copy, JSON.stringify(notebook));
  return copy;
}

/** Presses ■ when the training has made an epoch or two, and waits until the cell has ended. */
async function stopTheTraining(page: Page, at: number): Promise<void> {
  await page.evaluate(selectCell, at);
  const running = page.evaluate(runCommand, 'notebook:run-cell');
  // Whatever it writes first is there before its first epoch.
  await page.locator('.jp-Cell.jp-mod-active .jp-OutputArea-output').first().waitFor();
  await page.waitForTimeout(1000);
  await page.locator('[data-jp-item-name="interrupt"] jp-button').click();
  await running;
}

async function outputsAfterStop(
  lesson: string,
): Promise<{ training: CellSeen; later: CellSeen[] }> {
  // Lesson 10 trains only if no file is there.
  rmSync(path.join(labFolder, 'models/fashion_mnist_model.keras'), { force: true });
  const page = await openNotebook(lab, browser, endlessCopy(lesson));
  try {
    const at = await page.evaluate(cellTagged, 'training');
    await page.evaluate(selectCell, at);
    await page.evaluate(runCommand, 'notebook:run-all-above');
    await stopTheTraining(page, at);
    await page.evaluate(selectCell, at + 1);
    await page.evaluate(runCommand, 'notebook:run-all-below');
    const seen = await page.evaluate(cellsSeen);
    const [training, ...later] = seen.slice(at) as [CellSeen, ...CellSeen[]];
    return { training, later: later.filter(({ code }) => code) };
  } finally {
    await page.context().close();
    await lab.endKernels();
  }
}

test('each lesson that trains says which training is its main one', () => {
  expect(chosen).toHaveLength(18);
});

test.each(lessons)(
  '%s goes on after ■ with the epochs so far',
  async (lesson) => {
    const { training, later } = await outputsAfterStop(lesson);
    expect(training.complaints).toContain('Training stopped after');
    for (const { complaints, ran, source } of later) {
      expect(complaints, source).toBe('');
      expect(ran, source).toBe(true);
    }
  },
  400_000,
);
