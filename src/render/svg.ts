import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../charts/chart';
import { type DrawnView, type SceneMark, loadVega, loadVegaLite } from './vega';

// vega's own `toSVG` is asynchronous, for the sake of pictures it must fetch. A chart here carries
// its pictures' bytes with it, so it is drawn at once, and `show` needs no `await` to be forgotten.

/** Draws a chart as an SVG. */
export function chartSvg(chart: Chart): string {
  const vega = loadVega();
  // Warnings are for the tests of a chart, not for the output of a lesson's cell.
  const logger = vega.logger(vega.Error);
  const { spec } = loadVegaLite().compile(chart as unknown as TopLevelSpec, { logger });
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger });
  try {
    return draw(view.run() as unknown as DrawnView);
  } finally {
    view.finalize();
  }
}

function draw(view: DrawnView): string {
  const { root } = view.scenegraph();
  fillImages(root);
  const { left, right, top, bottom } = view.padding();
  const width = view._viewWidth + left + right;
  const height = view._viewHeight + top + bottom;
  const [x, y] = view.origin();
  const vega = loadVega();
  return new vega.SVGStringRenderer(view.loader())
    .initialize(null, width, height, [left + x, top + y])
    .background(view.background())
    .render(root)
    .svg();
}

/** Tells vega that the pictures are there: their bytes stand in their own data URLs. */
function fillImages(mark: SceneMark): void {
  for (const item of mark.items) {
    if (mark.marktype === 'image' && item.url !== undefined)
      item.image = { complete: true, src: item.url, url: item.url, width: 0, height: 0 };
    item.items?.forEach(fillImages);
  }
}
