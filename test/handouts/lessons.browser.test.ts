import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executeAll, executedFile, lessonNames } from '../../scripts/lessons.mjs';
import { openBrowser } from '../../scripts/chromium.mjs';
import { projectFolder } from '../lab/server';
import { inHandouts, modeOf } from '../notebooks/every';
import { readLesson } from '../notebooks/read';
import { outsideAddresses } from './addresses';
import { drawWithMouse, openOffline, predictorOf, seriousFindings } from './page';
import { clippedOnPaper, readOffline, withoutTarget } from './reading';
import { built } from './sample-lesson';
import { openSlides, slidesOf } from './slides';

// Every lesson's handout, made from the one execution that all tests share.

const LESSONS = lessonNames().filter((name) => !name.startsWith('00-'));

/** Here the figures after the main training show its curves again; its own is left out. */
const REPEATED = new Set([
  '02-fashion-from-csv',
  '04-fashion-lab',
  '06-fashion-program',
  '19-keras-lesson',
]);

interface Cell {
  readonly cell_type: string;
  readonly source: string | string[];
  readonly metadata: { readonly tags?: readonly string[] };
  readonly outputs?: readonly { readonly data?: Readonly<Record<string, unknown>> }[];
}

const executed = (name: string) => executedFile(name, modeOf(name));

function cellsOf(name: string): Cell[] {
  const text = readFileSync(executed(name), 'utf8');
  return (JSON.parse(text) as { cells: Cell[] }).cells;
}

function outputsOf(name: string, mimeType: string): number {
  const outputs = cellsOf(name).flatMap((cell) => cell.outputs ?? []);
  return outputs.filter(({ data }) => data && mimeType in data).length;
}

let browser: Browser;
let pages: string;
let student: string;

beforeAll(async () => {
  for (const mode of ['full', 'sample'] as const) {
    const names = LESSONS.filter((name) => modeOf(name) === mode);
    await executeAll(names, mode, 1, () => {});
  }
  const notebooks = LESSONS.map(executed);
  pages = await built('lessons', notebooks, '--slides');
  student = await built('lessons-student', notebooks, '--student');
  browser = await openBrowser();
}, 45 * 60_000);
afterAll(() => browser.close());

// All are built, for they lead to each other.
const READ = inHandouts.filter((name) => LESSONS.includes(name));

describe.each(READ)('the handout of %s', { timeout: 300_000 }, (name) => {
  const file = () => path.join(pages, `${name}.html`);
  const studentFile = () => path.join(student, `${name}.html`);

  // Read to the end once: charts that are drawn later would move what is looked for.
  let reading: Awaited<ReturnType<typeof readOffline>>;
  beforeAll(async () => void (reading = await readOffline(browser, file())), 300_000);
  afterAll(() => reading.page.context().close());

  test('is light, asks for nothing, and draws as many charts as the notebook showed', async () => {
    expect(statSync(file()).size).toBeLessThan(3e6);
    expect(outsideAddresses(readFileSync(file(), 'utf8'))).toEqual([]);
    for (const place of [projectFolder, homedir(), process.env.NNLAB_DATA ?? projectFolder])
      expect(readFileSync(file(), 'utf8').includes(`${place}/`), place).toBe(false);
    const { page, requests, complaints } = reading;
    const repeated = REPEATED.has(name) ? 1 : 0;
    const charts = outputsOf(name, 'application/vnd.vegalite.v5+json') - repeated;
    expect(await page.locator('figure[data-chart="drawn"] svg.marks').count()).toBe(charts);
    const quizzes = outputsOf(name, 'application/vnd.nnlab.quiz+json');
    expect(await page.locator('.quiz-live').count()).toBe(quizzes);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('has one H1, links that lead somewhere, and nothing that axe-core finds serious', async () => {
    const { page } = reading;
    expect(await page.locator('h1').count()).toBe(1);
    expect(await withoutTarget(page, pages)).toEqual([]);
    for (const theme of ['light', 'dark']) {
      await page.locator('#theme').selectOption(theme);
      expect(await seriousFindings(page), theme).toEqual([]);
    }
  });

  test('gives a guess where it has a predictor', async () => {
    const { page } = reading;
    const predictors = await page.locator('.nnlab-predictor').count();
    expect(predictors).toBe(
      readFileSync(executed(name), 'utf8').split('class=\\"nnlab-predictor\\"').length - 1,
    );
    if (predictors > 0) {
      const frame = await predictorOf(page);
      await drawWithMouse(page, frame, [
        [0.3, 0.2],
        [0.7, 0.2],
        [0.4, 0.8],
      ]);
      await expect
        .poll(() => frame.locator('#guess').innerText())
        .toMatch(/^Guess: .+, \d+\.\d %$/);
    }
  });

  test('loses no line and no edge on paper', async () => {
    const { page } = await openOffline(browser, file());
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 657, height: 980 });
    expect(await clippedOnPaper(page)).toEqual([]);
    await page.context().close();
  });

  test('fits on slides, readable from the last row', async () => {
    const deck = await openSlides(browser, path.join(pages, `slides/${name}.html`));
    const slides = await slidesOf(deck);
    expect(slides.flatMap(({ over }, at) => over.map((it) => `${at + 1}: ${it}`))).toEqual([]);
    expect(slides.flatMap(({ small }, at) => small.map((it) => `${at + 1}: ${it}`))).toEqual([]);
    expect(deck.requests).toEqual([]);
    expect(deck.complaints).toEqual([]);
    await deck.page.context().close();
  });

  test('has a student edition without a line of its solutions', async () => {
    const [full, forStudents] = [await textOf(file()), await textOf(studentFile())];
    const lines = solutionLines(name);
    for (const line of lines) {
      expect(full.includes(line), `full edition: ${line}`).toBe(true);
      expect(forStudents.includes(line), `student edition: ${line}`).toBe(false);
    }
    const html = readFileSync(studentFile(), 'utf8');
    expect(html).not.toContain('class="key"');
    expect(html).not.toContain('"correct":true');
  });
});

/** Everything a page says, folded or not, with single spaces. */
async function textOf(file: string): Promise<string> {
  const { page } = await openOffline(browser, file, { javaScriptEnabled: false });
  const text = (await page.locator('main').textContent()) ?? '';
  await page.context().close();
  return text.replace(/\s+/g, ' ');
}

/** The lines of the solutions that say enough, and look in a page as they do in the notebook. */
function solutionLines(name: string): string[] {
  const solves = 'solves' in readLesson(executed(name), name).metadata;
  const solutions = cellsOf(name).filter(
    ({ metadata, cell_type }) =>
      metadata.tags?.includes('solution') || (solves && cell_type === 'code'),
  );
  const elsewhere = cellsOf(name).filter((cell) => !solutions.includes(cell));
  const lines = solutions.flatMap((cell) => sourceOf(cell).split('\n'));
  return lines
    .map((line) => line.replace(/^#+ /, ''))
    .filter((line) => line.trim().length > 20 && !/[<>&$`*_[\]\\]/.test(line))
    .filter((line) => !elsewhere.some((cell) => sourceOf(cell).includes(line.trim())))
    .map((line) => line.trim().replace(/\s+/g, ' '));
}

function sourceOf({ source }: Cell): string {
  return [source].flat().join('');
}
