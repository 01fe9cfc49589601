/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confusionGrid } from '../../src/charts/bars/confusion-grid';
import { digitsSample } from '../../src/data/embedded';
import { chartBundle } from '../../src/show/bundle';
import { predictor } from '../../src/show/predictor';
import { openBrowser } from '../../scripts/chromium.mjs';
import { outsideAddresses } from './addresses';
import { drawWithMouse, type Opened, predictorOf, seriousFindings } from './page';
import { built } from './sample-lesson';
import { openSlides, type Slide, slidesOf } from './slides';
import { type Cell, writtenLesson } from './written-lesson';

// A lesson as slides, 1280 x 720, opened with the network cut.

const matrix = Array.from({ length: 10 }, (_, at) =>
  Array.from({ length: 10 }, (_, to) => at + to),
);
const chart = chartBundle(confusionGrid(matrix, [...'abcdefghij'])).data;
const lines = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => `${word} ${at}`).join('\n');
const table = `<table><thead><tr><th>number</th></tr></thead><tbody>${Array.from(
  { length: 50 },
  (_, at) => `<tr><td>row ${at}</td></tr>`,
).join('')}</tbody></table>`;
const wide = `<table><tbody><tr>${'<td>a wide cell of a table</td>'.repeat(8)}</tr></tbody></table>`;
/** With a bar for each of 30 kinds, a predictor is higher than a slide. */
const kinds = Array.from({ length: 30 }, (_, at) => `kind ${at}`);
const softmax30 = () =>
  tf.sequential({
    layers: [tf.layers.dense({ inputShape: [784], units: 30, activation: 'softmax' })],
  });
const question = {
  question: 'Which one?',
  options: [
    { text: 'This', correct: true, feedback: 'So it is.' },
    { text: 'That', feedback: 'It is the other.' },
  ],
};

const cells: readonly Cell[] = [
  { prose: '# On slides\n\n**Time**: 45 minutes in class.' },
  { prose: '## Topic\n\nShort.', tags: ['S12.14'] },
  { prose: 'Never on stage.', slide: 'skip' },
  { prose: 'Only the speaker reads this.', slide: 'notes' },
  { prose: 'A slide of its own.', slide: 'slide' },
  { code: 'show(chart);', outputs: [chart] },
  { code: 'print();', outputs: [{ 'text/plain': lines(60, 'line') }] },
  { code: 'frame;', outputs: [{ 'text/html': table }, { 'text/html': wide }] },
  { prose: `## Paragraphs\n\n${lines(30, 'One paragraph, number').replaceAll('\n', '\n\n')}` },
  { prose: '## Quiz' },
  {
    code: 'quiz;',
    outputs: [
      { 'application/vnd.nnlab.quiz+json': { title: 'Quiz', questions: [question, question] } },
    ],
  },
  { prose: '## Drawn by hand' },
  {
    code: 'show(predictor(model, digits));',
    outputs: [
      { 'text/html': predictor(softmax30(), { ...digitsSample(), classNames: kinds }).html },
    ],
  },
  { prose: '### Exercise 1\n\nHow many?' },
  { prose: '<details><summary>Solution 1</summary>\n\nSeven.\n\n</details>', tags: ['solution'] },
  { prose: 'After the solution.' },
  { prose: '**Your turn 1.1.** Write it.' },
  { code: "yourTurn('1.1', x);" },
];

let browser: Browser;
let deck: Opened;
let slides: Slide[];
let file: string;
beforeAll(async () => {
  browser = await openBrowser();
  const pages = await built('slides', [writtenLesson('01-on-slides', cells)], '--slides');
  file = path.join(pages, 'slides/01-on-slides.html');
  deck = await openSlides(browser, file);
  slides = await slidesOf(deck);
}, 120_000);
afterAll(() => browser.close());

const slideWith = (words: string) => slides.filter(({ text }) => text.includes(words));

test('slides ask for nothing and name no address outside', () => {
  const words = readFileSync(file, 'utf8').replace(/<script[^]*?<\/script>/g, '');
  expect(outsideAddresses(words)).toEqual([]);
  expect(deck.requests).toEqual([]);
  expect(deck.complaints).toEqual([]);
});

test('nothing reaches over the edge of a slide, and all can be read', () => {
  expect(slides.flatMap(({ over }) => over)).toEqual([]);
  expect(slides.flatMap(({ small }) => small)).toEqual([]);
});

test('every line comes once: long code, outputs, tables and prose go on on the next slide', () => {
  for (const [word, count] of [
    ['line', 60],
    ['row', 50],
    ['One paragraph, number', 30],
  ] as const)
    for (let at = 0; at < count; at++) {
      const shown = slides.flatMap(({ text }) => text.split('\n'));
      expect(
        shown.filter((line) => line.trim() === `${word} ${at}`),
        `${word} ${at}`,
      ).toHaveLength(1);
    }
  const parts = slides.filter(({ text }) => /^row \d+$/m.test(text));
  expect(parts.length).toBeGreaterThan(1);
  for (const { text } of parts) expect(text).toContain('number');
});

test('a heading begins a slide; one that goes on says with what', () => {
  expect(slideWith('On slides')[0]?.text).not.toContain('Topic');
  expect(slideWith('One paragraph, number 29')[0]?.text).toContain('Paragraphs (continued)');
});

test("JupyterLab's slide types hold: a new slide, none at all, notes", () => {
  expect(slideWith('Never on stage')).toEqual([]);
  expect(slideWith('Only the speaker')).toEqual([]);
  expect(slideWith('A slide of its own')[0]?.text).not.toContain('Short.');
  expect(slideWith('Short.')[0]?.notes).toContain('Only the speaker reads this.');
});

test('the speaker reads what the agenda says to a step, without the line that says what to run', () => {
  const notes = slideWith('Short.')[0]?.notes ?? '';
  expect(notes).toContain('Topic 2, MNIST');
  expect(notes).toContain('70,000 grey pictures');
  expect(notes).not.toContain('S12.14');
});

test('a solution is the slide after its exercise', () => {
  const at = slides.findIndex(({ text }) => text.includes('How many?'));
  expect(slides[at]?.text).not.toContain('Seven');
  expect(slides[at + 1]?.text).toContain('Solution 1');
  expect(slides[at + 1]?.text).toContain('Seven.');
  expect(slides[at + 1]?.text).not.toContain('After the solution.');
});

test('a turn is on one slide with its cell, and nothing before it', () => {
  const [turn] = slideWith('Your turn 1.1');
  expect(turn?.text).toContain("yourTurn('1.1', x);");
  expect(turn?.text).not.toContain('After the solution.');
});

test('a clicker goes through all slides in their order; the chart is drawn, the quiz answers', async () => {
  const { page } = deck;
  const number = () => page.locator('.slide-number-a').innerText();
  for (let at = 1; at < slides.length; at++) {
    expect(await number()).toBe(String(at));
    if (await page.locator('.present figure').isVisible())
      await page.waitForSelector('.present figure[data-chart="drawn"] svg', { timeout: 20_000 });
    const answer = page.locator('.present fieldset button').first();
    if ((await answer.count()) > 0) {
      await answer.click();
      expect(await page.locator('.present .feedback').first().innerText()).toContain('So it is');
    }
    await page.keyboard.press('PageDown');
  }
  expect(await page.locator('figure[data-chart="drawn"]').count()).toBe(1);
  expect(await page.locator('.feedback.right').count()).toBe(2);
});

test('a predictor fits its slide and guesses what is drawn on it', async () => {
  const { page } = deck;
  await page.evaluate(() => {
    const all = [...document.querySelectorAll('.slides > section')];
    location.hash = `#/${all.findIndex((slide) => slide.querySelector('.nnlab-predictor'))}`;
  });
  const pad = await predictorOf(page);
  const box = await page.locator('.present .nnlab-predictor iframe').boundingBox();
  expect(box?.height).toBeGreaterThan(300);
  expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThan(721);
  await drawWithMouse(page, pad, [
    [0.5, 0.2],
    [0.5, 0.8],
  ]);
  const guess = () => pad.locator('#guess').innerText();
  await expect.poll(guess).toMatch(/^Guess: kind \d+, \d+\.\d %$/);
});

test('axe-core finds nothing serious', async () => {
  expect(await seriousFindings(deck.page)).toEqual([]);
});

test('the course page leads to the slides', () => {
  const course = readFileSync(path.join(path.dirname(file), '../index.html'), 'utf8');
  expect(course.includes('href="slides/01-on-slides.html"')).toBe(true);
});
