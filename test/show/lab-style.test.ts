import { expect, test } from 'vitest';
import { darkChart, showsColours } from '../../src/charts/dark';
import { chartSvg } from '../../src/render/svg';
import { LAB_STYLE } from '../../src/show/lab-style';
import { every } from '../charts/every';

// The style sheet that a chart brings to JupyterLab.

const follows = every.filter(([, chart]) => !showsColours(chart));

/** Colours of marks as the drawing names them; mixed ones are turned by a filter. */
function coloursOf(svg: string): string[] {
  const found = [...svg.matchAll(/ (?:fill|stroke)="(#[^"]+)"/g)].map(([, colour]) => colour ?? '');
  return [...new Set(found)];
}

test.each(follows)('in the dark theme no colour of %s stays as it was', (_, chart) => {
  const svg = chartSvg(chart);
  if (/fill="rgb\(/.test(svg)) return;
  for (const colour of coloursOf(svg)) {
    if (colour === '#ffffff') continue;
    expect(LAB_STYLE).toContain(`[fill='${colour}']{fill:`);
    expect(LAB_STYLE).toContain(`[stroke='${colour}']{stroke:`);
  }
});

test('it is the dark of the handouts', () => {
  const ink = JSON.stringify(darkChart({ color: '#222222' }));
  const dark = /#[\da-f]{6}/.exec(ink)?.[0] ?? '';
  expect(LAB_STYLE).toContain(`[fill='#222222']{fill:${dark}}`);
});

test('it holds on a screen only, and weighs little in each output', () => {
  const [before = ''] = LAB_STYLE.split('@media screen');
  expect(before).not.toContain('data-jp-theme-light');
  expect(LAB_STYLE.length).toBeLessThan(6000);
});
