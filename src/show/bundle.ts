import type { Chart } from '../charts/chart';
import type { Bundle } from './kernel';
import { chartPng } from './png';

const VEGA_LITE = 'application/vnd.vegalite.v5+json';

// How JupyterLab draws the chart: as SVG, which stays sharp when the projector is zoomed, with a
// menu to save it but no link that leaves the class room.
const EMBED_OPTIONS = { renderer: 'svg', actions: { export: true, source: false, editor: false } };

/**
 * A chart as JupyterLab draws it (Vega-Lite), as everyone else shows it (PNG), and as text.
 * No `text/html` among them: JupyterLab would prefer it to the chart.
 */
export function chartBundle(chart: Chart): Bundle {
  const { bytes, width, height } = chartPng(chart);
  const alt = chart.description;
  return {
    data: {
      [VEGA_LITE]: chart,
      'image/png': bytes.toString('base64'),
      'text/plain': alt,
    },
    metadata: {
      [VEGA_LITE]: { embed_options: EMBED_OPTIONS },
      'image/png': { width, height, alt },
    },
  };
}
