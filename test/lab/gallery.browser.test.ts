import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { showsColours } from '../../src/charts/dark';
import { every } from '../charts/every';
import { openBrowser } from '../../scripts/chromium.mjs';
import { executeElsewhere, labFolder, writeNotebook } from './cells';
import { type Seen, look, openNotebook, runAll } from './notebook';
import { type Lab, startLab } from './server';

// Every chart that nnlab can draw, one a cell, in a real JupyterLab.

const CELLS = [
  `import { readFileSync } from 'node:fs';
import { type Chart, show } from 'nnlab';
const charts: Chart[] = JSON.parse(readFileSync('gallery.json', 'utf8'));`,
  ...every.map((_, at) => `show(charts[${at}]);`),
];

let lab: Lab;
let browser: Browser;
const seen = new Map<string, Seen>();

beforeAll(async () => {
  [lab, browser] = await Promise.all([startLab(), openBrowser()]);
  const notebook = writeNotebook('gallery', CELLS);
  const charts = every.map(([, chart]) => chart);
  writeFileSync(path.join(labFolder, 'gallery.json'), JSON.stringify(charts));
  const page = await openNotebook(lab, browser, notebook);
  await runAll(page);
  seen.set('run in the light theme', await look(page));
  await page.context().close();
  lab.setTheme('dark');
  const copy = writeNotebook('gallery-elsewhere', [...CELLS, '// executed elsewhere']);
  const untrusted = await openNotebook(lab, browser, executeElsewhere(copy));
  seen.set('not trusted, in the dark theme', await look(untrusted));
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

describe.each(['run in the light theme', 'not trusted, in the dark theme'])('%s', (state) => {
  const now = () => seen.get(state) as Seen;

  test('all charts are drawn, without an error', () => {
    expect(now().errors).toEqual([]);
    expect(now().trusted).toBe(state.startsWith('run'));
    expect(now().charts.length).toBe(every.length);
  });

  test.each(every.map(([name, chart], at) => ({ name, chart, at })))(
    '$name: drawn, with its alt text, the ground of the theme and no clipped text',
    ({ chart, at }) => {
      const drawn = now().charts[at];
      expect(drawn?.alt).toBe(chart.description);
      expect(drawn?.shapes).toBeGreaterThan(1);
      expect(drawn?.width).toBeGreaterThan(100);
      const isLight = state.includes('light') || drawn?.filtered || showsColours(chart);
      expect(drawn?.background).toBe(isLight ? 'rgb(255, 255, 255)' : 'rgba(0, 0, 0, 0)');
      expect(drawn?.clipped).toEqual([]);
    },
  );
});
