import { createRequire } from 'node:module';
import type { Chart } from '../charts/chart';
import { fontFamily, fontFiles } from './font';
import { chartSvg } from './svg';

/** A picture and its size on the page; it has `PIXEL_RATIO` times as many pixels each way. */
export interface Png {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Two pixels for each point, so that a projector and a printer get sharp letters. */
const PIXEL_RATIO = 2;

const load = createRequire(__filename);

/** Draws a chart as a PNG that looks the same on every machine. */
export function chartPng(chart: Chart): Png {
  const { Resvg } = load('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
  const picture = new Resvg(crisp(chartSvg(chart)), {
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
  const { width, height } = picture;
  return { bytes: picture.render().asPng(), width, height };
}

/** resvg does not know the newer word `pixelated`, and would smooth the pixels. */
function crisp(svg: string): string {
  return svg.replaceAll('image-rendering: pixelated;', '');
}
