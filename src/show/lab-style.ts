import { darkColour, showsColours } from '../charts/dark';
import type { Chart } from '../charts/chart';
import { COLOURS, LAYERS, SHADES, SPLITS } from '../charts/theme';

// What JupyterLab adds to its page for the charts: vega-embed takes a style sheet from a chart's
// options, once a page. Charts shrink to their cell, and in the dark theme wear the colours that they
// have in a dark handout. Paper and saved pictures stay light: the drawing itself is.

const OWN = 'ownColours';

const DARK = 'body[data-jp-theme-light="false"] .vega-embed svg.marks';
/** Colours between two of a scale are written in this way, all others as they stand in the chart. */
const MIXED = '[fill^="rgb("]';

const PAINTED = [
  '#000',
  ...[COLOURS, LAYERS, SHADES].flatMap((some) => Object.values(some)),
].concat(Object.values(SPLITS).map(({ colour }) => colour));

/** The chart, marked if its colours are themselves what it shows. */
export function markedChart(chart: Chart): Chart {
  return showsColours(chart) ? { name: OWN, ...chart } : chart;
}

export const LAB_STYLE = [
  // JupyterLab draws a chart 8 pixels to the right of its cell's edge, and lets them stick out on the other side.
  '.vega-embed{position:relative;padding-right:38px}',
  '.vega-embed svg.marks{display:block;max-width:100%;height:auto!important}',
  '.vega-embed details:not([open])>:not(summary){display:none!important}',
  '.vega-embed summary{position:absolute;top:0;right:8px;padding:6px;line-height:0;cursor:pointer',
  ';list-style:none;opacity:.5;color:inherit;border:1px solid;border-radius:50%}',
  '.vega-embed summary:hover,.vega-embed summary:focus,.vega-embed [open]>summary{opacity:1}',
  '.vega-embed summary svg{width:14px;height:14px}',
  '.vega-embed .vega-actions{position:absolute;z-index:9;top:34px;right:8px;padding:4px 0',
  ';background:#fff;border:1px solid #aaa;border-radius:4px}',
  '.vega-embed .vega-actions a{display:block;padding:8px 16px;color:#222;text-decoration:none}',
  '.vega-embed .vega-actions a:hover{background:#ddd}',
  '@media screen{',
  `${DARK}:not(:has([class*=${OWN}],${MIXED})){background:none!important;`,
  ...coloursInTheDark(),
  '}',
  `${DARK}:has(${MIXED}):not(:has([class*=${OWN}])){filter:invert(.93) hue-rotate(180deg)}`,
  '}',
].join('');

function coloursInTheDark(): string[] {
  return [...new Set(PAINTED)].flatMap((colour) =>
    ['fill', 'stroke'].map((kind) => `& [${kind}='${colour}']{${kind}:${darkColour(colour)}}`),
  );
}
