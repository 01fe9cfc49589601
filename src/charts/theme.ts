import type { Chart } from './chart';

/** DejaVu Sans is pinned for every PNG; a browser without it takes the next wide face. */
export const FONT = 'DejaVu Sans, Verdana, sans-serif';

/** Sizes that can be read from the last row of a classroom. */
export const SIZES = { title: 18, axis: 15, label: 13, small: 11 } as const;

/** Colours that stay apart for colour-blind readers (after Okabe and Ito), dark enough for text. */
export const COLOURS = {
  ink: '#222222',
  quiet: '#666666',
  /** For numbers that are 0: as pale as can still be read. */
  nothing: '#737373',
  line: '#bbbbbb',
  faint: '#eeeeee',
  paper: '#ffffff',
  blue: '#0072b2',
  orange: '#e69f00',
  vermilion: '#d55e00',
  red: '#b84a00',
  green: '#007a5a',
  purple: '#9b4f80',
  sky: '#56b4e9',
  yellow: '#f0e442',
} as const;

/** Training and validation differ by colour and by dash, in every curve. */
export const SPLITS = {
  train: { colour: COLOURS.blue, dash: [6, 4] },
  validation: { colour: COLOURS.vermilion, dash: [1, 0] },
} as const;

/** The document's colours of a network: orange inputs, blue hidden layers, green outputs. */
export const LAYERS = { input: COLOURS.orange, hidden: '#3f88c5', output: '#2a9d6f' } as const;

/** Pale grounds of cards, by what stands on them, and lines that stay behind. */
export const SHADES = {
  input: '#fdecc8',
  hidden: '#d9e8f6',
  output: '#d3efe3',
  plain: '#f4f4f4',
  alarm: '#fbdfd0',
  filter: '#f6c56a',
  grid: '#e3e3e3',
  connection: '#9a9a9a',
  weight: '#8a8a8a',
} as const;

/** Several lines in one chart, in this order. */
export const SERIES = [
  COLOURS.blue,
  COLOURS.vermilion,
  COLOURS.green,
  COLOURS.purple,
  COLOURS.orange,
  COLOURS.sky,
  COLOURS.ink,
] as const;

/** Dashes that go with SERIES, so that print in grey can be read as well. */
export const DASHES = [
  [1, 0],
  [6, 4],
  [2, 2],
  [10, 3],
  [8, 3, 2, 3],
  [4, 2],
  [12, 6],
] as const;

/** The one sequential scheme: next to nothing is nearly white, the most is dark. */
const SEQUENCE = ['#fff6ec', '#fdbf85', '#e8710f', '#8f3000'];

/** A colour scale from 0 to the largest value. */
export function sequential(most: number) {
  const domain = SEQUENCE.map((_, step) => (most * step) / (SEQUENCE.length - 1));
  return { domain, range: SEQUENCE };
}

const CONFIG = {
  font: FONT,
  title: {
    fontSize: SIZES.title,
    fontWeight: 'bold',
    color: COLOURS.ink,
    anchor: 'start',
    offset: 8,
    subtitleFontSize: SIZES.label,
    subtitleColor: COLOURS.quiet,
  },
  axis: {
    titleFontSize: SIZES.axis,
    titleFontWeight: 'normal',
    titleColor: COLOURS.ink,
    labelFontSize: SIZES.label,
    labelColor: COLOURS.ink,
    labelLimit: 400,
    gridColor: SHADES.grid,
    domainColor: COLOURS.line,
    tickColor: COLOURS.line,
  },
  legend: {
    titleFontSize: SIZES.label,
    titleColor: COLOURS.ink,
    labelFontSize: SIZES.axis - 1,
    labelColor: COLOURS.ink,
    labelLimit: 400,
    symbolSize: 260,
    symbolStrokeWidth: 3,
  },
  header: { labelFontSize: SIZES.axis, labelColor: COLOURS.ink },
  view: { stroke: null },
};

/** What a chart function hands over: its alt text and the Vega-Lite properties of its own. */
export interface ChartParts {
  readonly description: string;
  readonly [property: string]: unknown;
}

/** Gives a chart the common look: fonts, sizes and a white ground of its own (for dark themes). */
export function themed(parts: ChartParts): Chart {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    background: COLOURS.paper,
    padding: 12,
    config: CONFIG,
    ...parts,
  };
}
