import type { Drawing, Pixels } from '../picture';
import { loadPackage } from './places';

/** Whether charts can be drawn as pictures here. */
export const drawsPictures: boolean = true;

/** Draws an SVG; all text in the one font. */
export function drawSvg(svg: string, { zoom, fontFamily, fontFiles }: Drawing): Pixels {
  const { Resvg } = loadPackage('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
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
  return {
    rgba: picture.pixels,
    columns: picture.width,
    width: resvg.width,
    height: resvg.height,
  };
}
