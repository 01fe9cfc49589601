import type { Chart } from '../charts/chart';
import { paletteUrl, rgbUrl } from '../charts/pixels';
import { drawSvg } from '../platform';
import { fontFamily, fontFiles } from './font';
import { paletteOf } from './palette';
import { chartSvg } from './svg';

/** A picture and its size on the page; it has `PIXEL_RATIO` times as many pixels each way. */
export interface Png {
  readonly base64: string;
  readonly width: number;
  readonly height: number;
}

/** Two pixels for each point, so that a projector and a printer get sharp letters. */
const PIXEL_RATIO = 2;

/** Draws a chart as a PNG that looks the same on every machine. */
export function chartPng(chart: Chart): Png {
  const drawing = { zoom: PIXEL_RATIO, fontFamily, fontFiles };
  const { rgba, columns, width, height } = drawSvg(crisp(chartSvg(chart)), drawing);
  const url = smallestUrl(rgba, columns);
  return { base64: url.slice(url.indexOf(',') + 1), width, height };
}

/** resvg does not know the newer word `pixelated`, and would smooth the pixels. */
function crisp(svg: string): string {
  return svg.replaceAll('image-rendering: pixelated;', '');
}

/** A third of the size of resvg's own PNG: most charts make do with 256 colours. */
function smallestUrl(rgba: Uint8Array, width: number): string {
  const palette = paletteOf(rgba);
  if (palette) return paletteUrl(palette.values, width, palette.colours);
  return rgbUrl(
    rgba.filter((_, at) => at % 4 !== 3),
    width,
  );
}
