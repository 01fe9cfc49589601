import { loadPackage } from './places';

/** A drawing as pixels: four bytes each, red, green, blue and how much they cover. */
export interface Pixels {
  readonly rgba: Uint8Array;
  readonly columns: number;
  /** The size on the page. */
  readonly width: number;
  readonly height: number;
}

/** How a drawing becomes pixels. */
export interface Drawing {
  /** Pixels for each point of the page. */
  readonly zoom: number;
  readonly fontFamily: string;
  readonly fontFiles: readonly string[];
}

/** Whether charts can be drawn as pictures here. */
export const drawsPictures = true;

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
