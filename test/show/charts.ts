import { PNG } from 'pngjs';
import type { Chart } from '../../src/charts/chart';
import { chartPng } from '../../src/render/png';

/** A bar for each name. */
export function barChart(names: readonly string[], properties: object = {}): Chart {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    description: `Bars for ${names.join(', ')}`,
    background: 'white',
    data: { values: names.map((name, at) => ({ name, count: at + 1 })) },
    mark: 'bar',
    encoding: {
      x: { field: 'count', type: 'quantitative', title: 'images' },
      y: { field: 'name', type: 'nominal', title: null, sort: null },
    },
    ...properties,
  };
}

/** What somebody sees of a chart who sees only its PNG. */
export function pixelsOf(chart: Chart): PNG {
  return PNG.sync.read(Buffer.from(chartPng(chart).base64, 'base64'));
}

/** How many pixels are darker than mid grey. */
export function inkOf({ data }: PNG): number {
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) ink++;
  return ink;
}
