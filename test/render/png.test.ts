import { expect, test } from 'vitest';
import { greyUrl } from '../../src/charts/pixels';
import { chartPng } from '../../src/render/png';
import { barChart, inkOf, pixelsOf } from '../show/charts';

const SCHEMA = { $schema: 'https://vega.github.io/schema/vega-lite/v5.json' };

/** Four pixels, black and white in turn, 40 points wide. */
const checkerboard = {
  ...SCHEMA,
  description: 'A checkerboard of four pixels',
  background: 'white',
  padding: 0,
  width: 40,
  height: 40,
  view: { stroke: null },
  data: { values: [{ url: greyUrl(Uint8Array.of(0, 255, 255, 0), 2) }] },
  mark: { type: 'image', width: 40, height: 40, smooth: false, x: 20, y: 20 },
  encoding: { url: { field: 'url', type: 'nominal' } },
};

test('a picture has two pixels for each point of the chart', () => {
  const chart = barChart(['Coat']);
  const { width, height } = chartPng(chart);
  const pixels = pixelsOf(chart);
  expect([pixels.width, pixels.height]).toEqual([2 * width, 2 * height]);
});

test('images stand in the picture, their pixels crisp', () => {
  const { width, data } = pixelsOf(checkerboard);
  const greys = new Set(Array.from(data).filter((_, at) => at % 4 === 0));
  expect([...greys].sort()).toEqual([0, 255]);
  const grey = (x: number, y: number) => data[4 * (y * width + x)];
  expect([grey(20, 20), grey(60, 20), grey(20, 60), grey(60, 60)]).toEqual([0, 255, 255, 0]);
});

test('text is drawn, whatever font the chart asks for', () => {
  const without = inkOf(
    pixelsOf(barChart(['Ankle boot'], { config: { axis: { labels: false } } })),
  );
  for (const font of ['DejaVu Sans', 'No such font', 'serif', 'monospace']) {
    const ink = inkOf(pixelsOf(barChart(['Ankle boot'], { config: { font } })));
    expect(ink, font).toBeGreaterThan(without + 200);
  }
});

test('room is made for long names: nothing stands at the very edge', () => {
  const chart = barChart(['T-shirt/top', 'Ankle boot', 'WWWWWWWWWWWWWWWWWWWW'], {
    title: 'A title, bold, and longer than the bars below it are wide, as titles may be',
    config: { axis: { labelLimit: 400 } },
  });
  const { width, height, data } = pixelsOf(chart);
  for (let y = 0; y < height; y++)
    for (const x of [0, 1, width - 2, width - 1]) expect(data[4 * (y * width + x)]).toBe(255);
});

test('the same chart gives the same bytes', () => {
  const chart = barChart(['Bag', 'Dress']);
  expect(chartPng(chart)).toEqual(chartPng(chart));
});

test('many colours are kept when 256 do not suffice', () => {
  const values = Array.from({ length: 4096 }, (_, at) => ({
    column: at % 64,
    row: Math.floor(at / 64),
    colour: `rgb(${(at % 64) * 4}, ${Math.floor(at / 64) * 4}, ${(at * 37) % 256})`,
  }));
  const pixels = pixelsOf({
    ...SCHEMA,
    description: 'Sixty-four times sixty-four colours',
    data: { values },
    mark: { type: 'square', size: 16, opacity: 1 },
    width: 256,
    height: 256,
    encoding: {
      x: { field: 'column', type: 'quantitative', axis: null },
      y: { field: 'row', type: 'quantitative', axis: null },
      color: { field: 'colour', type: 'nominal', scale: null },
    },
  });
  const colours = new Set<number>();
  for (let at = 0; at < pixels.data.length; at += 4) colours.add(pixels.data.readUIntBE(at, 3));
  expect(colours.size).toBeGreaterThan(4000);
});
