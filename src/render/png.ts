import { createRequire } from 'node:module';
import type { Chart } from '../charts/chart';
import { paletteUrl, rgbUrl } from '../charts/pixels';
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

const load = createRequire(__filename);

/** Draws a chart as a PNG that looks the same on every machine. */
export function chartPng(chart: Chart): Png {
  const { Resvg } = load('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
  const resvg = new Resvg(crisp(chartSvg(chart)), {
    fitTo: { mode: 'zoom', value: PIXEL_RATIO },
    font: {
      loadSystemFonts: false,
      fontFiles: [...fontFiles],
      defaultFontFamily: fontFamily,
      serifFamily: fontFamily,
      sansSerifFamily: fontFamily,
      monospaceFamily: fontFamily,
    },
  });
  const picture = resvg.render();
  const url = smallestUrl(picture.pixels, picture.width);
  return { base64: url.slice(url.indexOf(',') + 1), width: resvg.width, height: resvg.height };
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
