import { captionOf } from '../charts/caption';
import type { Chart } from '../charts/chart';
import type { Bundle } from '../kernel/kernel';
import { stackWhereNarrow } from '../charts/narrow';
import { drawsPictures } from '../platform';
import { chartPng } from '../render/png';
import { LAB_STYLE, markedChart } from './lab-style';

const VEGA_LITE = 'application/vnd.vegalite.v5+json';

// Drawn light in every theme: with a dark one JupyterLab writes in white unless told not to, and the
// style sheet, not the drawing, follows the theme.
const INK = '#000';
const LINE = '#888';
const LIGHT = {
  background: 'white',
  view: { stroke: '#ddd' },
  title: { color: INK, subtitleColor: INK },
  style: { 'guide-label': { fill: INK }, 'guide-title': { fill: INK } },
  axis: { domainColor: LINE, tickColor: LINE, gridColor: '#ddd' },
};

// How JupyterLab draws: as SVG, which stays sharp when the projector is zoomed, with a menu to
// save the chart but no link that leaves the classroom.
const EMBED_OPTIONS = {
  renderer: 'svg',
  actions: { export: true, source: false, compiled: false, editor: false },
  config: LIGHT,
  defaultStyle: LAB_STYLE,
};

/**
 * A chart as JupyterLab draws it (Vega-Lite), as everyone else shows it (PNG), and as text.
 * No `text/html` among them: JupyterLab would prefer it to the chart.
 */
export function chartBundle(chart: Chart): Bundle {
  const drawn = drawingBundle(chart);
  if (!drawsPictures) return drawn;
  const { base64, width, height } = chartPng(chart);
  const picture = { width, height, alt: chart.description, caption: captionOf(chart) };
  return {
    data: { ...drawn.data, 'image/png': base64 },
    metadata: { ...drawn.metadata, 'image/png': picture },
  };
}

/** A picture of one clear point: JupyterLab makes one itself where there is none, and then draws all once more. */
const NO_PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNgYAAAAAMAASsJTYQAAAAASUVORK5CYII=';

/** A chart that will soon be drawn anew: without its picture, which takes long to make. */
export function sketchBundle(chart: Chart): Bundle {
  const { data, metadata } = drawingBundle(chart);
  return { data: { ...data, 'image/png': NO_PICTURE }, metadata };
}

function drawingBundle(chart: Chart): Bundle {
  return {
    data: { [VEGA_LITE]: markedChart(chart), 'text/plain': chart.description },
    metadata: { [VEGA_LITE]: { embed_options: { ...EMBED_OPTIONS, ...stackWhereNarrow(chart) } } },
  };
}
