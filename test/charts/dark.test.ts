import { describe, expect, test } from 'vitest';
import { darkChart, showsColours } from '../../src/charts/dark';
import { chartSvg } from '../../src/render/svg';
import { every } from './every';

// The ground of a dark handout.
const PAGE = '#12161c';

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const themed = every.filter(([, chart]) => !showsColours(chart));

describe.each(themed)('%s in the dark', (_, chart) => {
  const dark = darkChart(chart);
  const svg = chartSvg(dark);

  test('has the page itself as its ground', () => {
    expect(dark['background']).toBe('transparent');
    expect(chart['background']).toBe('#ffffff');
  });

  test('writes its axes and titles in letters that can be read', () => {
    const letters = svg.matchAll(/<text[^>]*font-weight="bold"[^>]*fill="(#\w{6})"/g);
    for (const [, colour = ''] of letters) expect(contrast(colour, PAGE)).toBeGreaterThan(4.5);
    const { axis, title } = dark['config'] as Record<string, Record<string, string>>;
    expect(contrast(axis?.['labelColor'] ?? '', PAGE)).toBeGreaterThan(7);
    expect(contrast(title?.['color'] ?? '', PAGE)).toBeGreaterThan(7);
  });

  test('shows the same pictures, words and numbers', () => {
    const bare = (text: string) => text.replace(/#[\da-f]{3,6}\b|white|black|transparent/gi, '');
    const plain = (svg: string) => [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, words]) => words);
    expect(plain(svg)).toEqual(plain(chartSvg(chart)));
    const pictures = (svg: string) => svg.match(/data:image[^"]*/g)?.map(bare);
    expect(pictures(svg)).toEqual(pictures(chartSvg(chart)));
  });
});

test('lines and bars of every colour stand out from a dark page', () => {
  const looks = { mark: { color: '#0072b2' }, range: ['#e69f00', '#d55e00', '#007a5a', '#9b4f80'] };
  const { mark, range } = darkChart({ ...looks });
  for (const colour of [mark.color, ...range]) expect(contrast(colour, PAGE)).toBeGreaterThan(3);
});

test('on a scale of numbers the most stands out most', () => {
  const scale = { domain: [0, 1, 2, 3], range: ['#fff6ec', '#fdbf85', '#e8710f', '#8f3000'] };
  const steps = darkChart({ scale }).scale.range.map((colour) => contrast(colour, PAGE));
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
});

test('a chart that shows colours keeps them, on white', () => {
  const kept = every.filter(([, chart]) => showsColours(chart));
  expect(kept.map(([name]) => name).sort()).toEqual([
    'brightness-slider',
    'colour-grid',
    'number-grid',
    'picture-with-colour-bar',
  ]);
  for (const [, chart] of kept) expect(darkChart(chart)).toBe(chart);
});
