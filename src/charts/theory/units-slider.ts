import type { Chart } from '../chart';
import { lineSeries } from '../series';
import { slider, toldLine } from '../slider';
import { COLOURS, themed } from '../theme';

const FIRST = 4;
const MOST = 24;
/** The places where the curves are drawn. */
const PLACES = 240;

const curve = (x: number): number => Math.sin(7 * x) + 0.4 * Math.sin(19 * x);
/** The same for Vega, of a value with this name. */
const curveOf = (x: string): string => `(sin(7 * ${x}) + 0.4 * sin(19 * ${x}))`;

const NAMES = ['to be learned', 'by the network'];

/**
 * What a hidden layer of ReLU neurons can draw, with their number at a slider: a line that bends once for each.
 * @example
 * ```ts
 * import { show, unitsSlider } from 'nnlab';
 * show(unitsSlider());
 * ```
 */
export function unitsSlider(): Chart {
  const xs = Array.from({ length: PLACES + 1 }, (_, place) => place / PLACES);
  const miss = Math.max(...xs.map((x) => Math.abs(bent(x, FIRST) - curve(x))));
  return themed({
    title: 'How many hidden neurons?',
    description:
      `A curve, and what a network with one input and one hidden layer of ReLU neurons can draw, with a slider for ` +
      `their number. With ${FIRST} it is ${FIRST} straight pieces, at most ${miss.toFixed(2)} away from the curve.`,
    params: slider('units', 'Hidden neurons', FIRST, { min: 1, max: MOST, step: 1 }),
    width: 420,
    height: 240,
    data: { sequence: { start: 0, stop: PLACES + 1, as: 'place' } },
    transform: DRAWN,
    layer: [lines(), distance()],
  });
}

/** Straight pieces of equal width that meet on the curve: a neuron begins each. */
function bent(x: number, units: number): number {
  const left = Math.min(Math.floor(x * units), units - 1) / units;
  const right = left + 1 / units;
  return curve(left) + (x - left) * units * (curve(right) - curve(left));
}

const DRAWN = [
  { calculate: `datum.place / ${PLACES}`, as: 'x' },
  { calculate: 'min(floor(datum.x * units), units - 1) / units', as: 'left' },
  { calculate: 'datum.left + 1 / units', as: 'right' },
  { calculate: curveOf('datum.x'), as: NAMES[0] },
  {
    calculate: `${curveOf('datum.left')} + (datum.x - datum.left) * units * (${curveOf('datum.right')} - ${curveOf('datum.left')})`,
    as: NAMES[1],
  },
];

function lines() {
  const looks = {
    colours: [COLOURS.line, COLOURS.blue],
    dashes: [
      [1, 0],
      [1, 0],
    ],
  };
  return {
    transform: [{ fold: NAMES, as: ['line', 'y'] }],
    mark: { type: 'line', strokeWidth: 2.5, point: { size: 30, opacity: 0 } },
    encoding: {
      x: { field: 'x', type: 'quantitative', title: 'Input', axis: { labelFlush: false } },
      y: { field: 'y', type: 'quantitative', title: 'Output', scale: { domain: [-1.6, 1.9] } },
      ...lineSeries('line', NAMES, looks),
      tooltip: [
        { field: 'x', type: 'quantitative', title: 'Input', format: '.2f' },
        { field: 'y', type: 'quantitative', title: 'Output', format: '.2f' },
        { field: 'line', type: 'nominal', title: 'Line' },
      ],
    },
  };
}

/** How far the two are apart where they are farthest. */
function distance() {
  const transform = [
    { calculate: `abs(datum['${NAMES[1]}'] - datum['${NAMES[0]}'])`, as: 'miss' },
    { aggregate: [{ op: 'max', field: 'miss', as: 'miss' }] },
    { calculate: "'at most ' + format(datum.miss, '.2f') + ' away'", as: 'told' },
  ];
  return toldLine({ transform }, { x: { datum: 0.5 }, y: { datum: 1.7 } });
}
