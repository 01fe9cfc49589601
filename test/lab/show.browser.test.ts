import path from 'node:path';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/chromium.mjs';
import { executeElsewhere, labFolder, writeNotebook } from './cells';
import { type Seen, look, openNotebook, runAll, save } from './notebook';
import { type Lab, type Theme, startLab } from './server';

// One notebook, shown as a learner sees it who runs it (trusted), and as it looks to somebody who
// got it executed from elsewhere (untrusted), in the light and in the dark theme.

const CELLS = [
  `import { show, liveChart, liveLine, loadFashion } from 'nnlab';
import { imageGrid, lossCurves, picture, predictionGrid, probabilityBars } from 'nnlab';`,
  `const { classNames: names, test } = await loadFashion();
show(imageGrid(test, { classNames: names, title: 'Twenty-five images' }));`,
  `const guesses = [...Array(20).keys()].map((index) => {
  const truth = test.labels[index];
  const guess = index % 7 === 4 ? (truth + 2) % 10 : truth;
  const probabilities = [...Array(10).keys()].map((kind) => (kind === guess ? 0.91 : 0.01));
  return { index, truth, guess, confidence: 0.91, probabilities };
});
show(predictionGrid(test.images, guesses, { classNames: names }));`,
  `show(picture(test.images, 0, { title: 'Ankle boot', colourBar: true }));`,
  `show(probabilityBars(test.images, guesses[4], names));`,
  `const history = [...Array(8).keys()].flatMap((at) => [
  { epoch: at + 1, split: 'train' as const, loss: 0.9 / (at + 1), accuracy: 0.7 + at / 40 },
  { epoch: at + 1, split: 'validation' as const, loss: 0.9 / (at + 1.2), accuracy: 0.7 + at / 45 },
]);
const board = liveChart();
const line = liveLine();
for (let rows = 2; rows <= history.length; rows += 2) {
  line.update('epoch ' + rows / 2 + '/8');
  board.update(lossCurves(history.slice(0, rows)));
  await new Promise((later) => setTimeout(later, 150));
}
line.finish('8 epochs done');
board.finish(lossCurves(history));`,
  `show({ title: 'Layers <all>', columns: ['layer', 'parameters'], rows: [['dense', 100480]] });`,
  `show({ title: 'Quiz', seed: 1, questions: [{ question: '28 x 28?', options: [
  { text: '784', feedback: 'Rows times columns.', correct: true },
  { text: '56', feedback: 'That is the sum.' } ] }] });`,
];
const CHARTS = 5;

let lab: Lab;
let browser: Browser;
const seen = new Map<string, Seen>();
const pictures = new Map<string, PNG[]>();

beforeAll(async () => {
  [lab, browser] = await Promise.all([startLab(), openBrowser()]);
  const file = writeNotebook('show', CELLS);
  // Trust goes by content, so the copy must differ in a word.
  const copy = writeNotebook('show-elsewhere', [...CELLS, '// executed elsewhere']);
  const untrustedFile = executeElsewhere(copy);
  lab.setTheme('light');
  await see('trusted light', file, async (page) => {
    await runAll(page);
    await save(page);
  });
  await see('untrusted light', untrustedFile);
  lab.setTheme('dark');
  await see('trusted dark', file);
  await see('untrusted dark', untrustedFile);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

type Page = Awaited<ReturnType<typeof openNotebook>>;

async function see(name: string, notebook: string, first?: (page: Page) => Promise<void>) {
  const page = await openNotebook(lab, browser, notebook);
  await first?.(page);
  seen.set(name, await look(page));
  await page.screenshot({ path: path.join(labFolder, `${name}.png`) });
  const charts = await page.locator('.vega-embed svg.marks').all();
  const shots = await Promise.all(charts.map((chart) => chart.screenshot()));
  pictures.set(
    name,
    shots.map((shot) => PNG.sync.read(shot)),
  );
  await page.context().close();
}

const states = (['light', 'dark'] satisfies Theme[]).flatMap((theme) => [
  `trusted ${theme}`,
  `untrusted ${theme}`,
]);

describe.each(states)('in JupyterLab, %s', (state) => {
  const now = () => seen.get(state) as Seen;

  test('the notebook is what it is said to be', () => {
    expect(now().trusted).toBe(state.startsWith('trusted'));
  });

  test('nothing failed, and nothing was written to stderr', () => {
    expect(now().errors).toEqual([]);
  });

  test('every chart is drawn, and interactive rather than a picture', () => {
    expect(now().charts).toHaveLength(CHARTS);
    expect(now().pictures).toBe(0);
    for (const chart of now().charts) expect(chart.shapes).toBeGreaterThan(8);
  });

  test('each chart tells a screen reader what it shows', () => {
    for (const { alt } of now().charts) expect(alt).toMatch(/\w{3}.*\d/);
    expect(now().charts.at(-1)?.alt).toContain('8');
  });

  test('no text is clipped', () => {
    for (const { texts, clipped } of now().charts) {
      expect(texts.length).toBeGreaterThan(0);
      expect(clipped).toEqual([]);
    }
  });

  test('charts look as in any other state of the same theme', () => {
    const theme = state.split(' ')[1];
    const [first, here] = [pictures.get(`trusted ${theme}`), pictures.get(state)];
    here?.forEach((picture, at) => {
      const same = first?.[at];
      expect([picture.width, picture.height]).toEqual([same?.width, same?.height]);
      expect(differentPixels(picture, same as PNG)).toBeLessThan(20);
    });
  });
});

describe('in the dark theme', () => {
  test('charts have the ground of the page, but for those whose colours are what they show', () => {
    const grounds = seen.get('trusted dark')?.charts.map(({ background }) => background);
    const [page, own] = ['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'];
    expect(grounds).toEqual([page, page, own, page, page]);
  });

  test('images keep their own light and dark', () => {
    const grids = ['trusted light', 'trusted dark'].map((state) => pictures.get(state)?.[0] as PNG);
    const [light, dark] = grids.map((grid) => lightness(grid, 80, 90)) as [number, number];
    expect(Math.abs(light - dark)).toBeLessThan(12);
  });
});

/** How light a square of 20 pixels is, which lies in the first image of a grid. */
function lightness({ data, width }: PNG, left: number, top: number): number {
  const places = Array.from({ length: 400 }, (_, at) => [
    left + (at % 20),
    top + Math.floor(at / 20),
  ]);
  return places.reduce((sum, [x = 0, y = 0]) => sum + (data[4 * (y * width + x)] ?? 0), 0) / 400;
}

/** How many pixels differ, but for the outermost ones, which may show the page behind the chart. */
function differentPixels(one: PNG, other: PNG): number {
  let different = 0;
  for (let y = 1; y < one.height - 1; y++)
    for (let x = 1; x < one.width - 1; x++) {
      const at = 4 * (y * one.width + x);
      if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) > 32) different++;
    }
  return different;
}
