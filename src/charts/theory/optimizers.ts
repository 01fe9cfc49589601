import type { Chart } from '../chart';
import { greyUrl } from '../pixels';
import { lineSeries } from '../series';
import { COLOURS, SIZES, themed } from '../theme';
import { type OptimizerPath, type Place, optimizerPaths, surface } from './optimizer-paths';

const W = [-3, 3] as const;
const B = [-2.4, 3.6] as const;
const PIXELS = 96;
const BANDS = 14;
const AXIS = { grid: false, tickCount: 5, labelFlush: false };

/**
 * Five optimizers on one surface, and the loss of each, step by step. All of it is computed.
 * @example
 * ```ts
 * import { optimizerCurves, show } from 'nnlab';
 * show(optimizerCurves());
 * ```
 */
export function optimizerCurves(): Chart {
  const paths = optimizerPaths();
  const told = paths.map(({ name, places }) => {
    const end = places.at(-1) ?? [0, 0];
    return `${name} ${surface(end).toFixed(3)}`;
  });
  const steps = (paths[0]?.places.length ?? 1) - 1;
  return themed({
    title: { text: 'Five optimizers on one surface', subtitle: 'lighter is a lower loss' },
    description:
      `Five optimizers fit a line to points from the same start, loss ${startLoss(paths)}; ` +
      `loss after ${steps} steps: ${told.join(', ')}.`,
    columns: 3,
    spacing: 24,
    concat: [...paths.map((path) => map(path, paths)), losses(paths)],
  });
}

const startLoss = (paths: readonly OptimizerPath[]) =>
  surface(paths[0]?.places[0] ?? [0, 0]).toFixed(2);

const rounded = (value: number) => Math.round(value * 1e3) / 1e3;

function rowsOf(paths: readonly OptimizerPath[]) {
  return paths.flatMap(({ name, places }) =>
    places.map((place, step) => ({
      optimizer: name,
      step,
      w: rounded(place[0]),
      b: rounded(place[1]),
      loss: rounded(surface(place)),
    })),
  );
}

const seriesOf = (paths: readonly OptimizerPath[]) =>
  lineSeries(
    'optimizer',
    paths.map(({ name }) => name),
    undefined,
    { orient: 'bottom', columns: 3 },
  );

const TIPS = [
  { field: 'optimizer', type: 'nominal', title: 'Optimizer' },
  { field: 'step', type: 'quantitative', title: 'Step' },
  { field: 'loss', type: 'quantitative', title: 'Loss', format: '.3f' },
];

/** The surface from above, lighter where the loss is lower, and the way of one optimizer. */
function map(path: OptimizerPath, paths: readonly OptimizerPath[]) {
  const ends = { w: W[0], b: B[0], w2: W[1], b2: B[1], url: surfaceUrl() };
  const scaled = (domain: readonly number[]) => ({ domain, nice: false });
  const x = { field: 'w', type: 'quantitative', title: 'Weight', scale: scaled(W) };
  const y = { field: 'b', type: 'quantitative', title: 'Bias', scale: scaled(B) };
  return {
    title: { text: path.name, fontSize: SIZES.label + 1 },
    width: 220,
    height: 200,
    encoding: { x: { ...x, axis: AXIS }, y: { ...y, axis: AXIS } },
    layer: [
      {
        data: { values: [ends] },
        mark: { type: 'image', smooth: true, aspect: false, aria: false },
        encoding: {
          url: { field: 'url', type: 'nominal' },
          x2: { field: 'w2' },
          y2: { field: 'b2' },
        },
      },
      {
        data: { values: rowsOf([path]) },
        mark: { type: 'line', strokeWidth: 2.2, clip: true, point: { size: 18 } },
        encoding: {
          order: { field: 'step', type: 'quantitative' },
          ...seriesOf(paths),
          tooltip: TIPS,
        },
      },
      start(path.places[0] ?? [0, 0]),
    ],
  };
}

function start([w, b]: Place) {
  return {
    data: { values: [{ w, b, text: 'start' }] },
    mark: { type: 'text', fontSize: SIZES.label, color: COLOURS.ink, dy: -12, aria: false },
    encoding: { text: { field: 'text', type: 'nominal' } },
  };
}

/** The loss at each place as a grey, in bands that run along lines of equal loss. */
function surfaceUrl(): string {
  const most = Math.sqrt(Math.max(...[W[0], W[1]].flatMap((w) => B.map((b) => surface([w, b])))));
  const greys = Uint8Array.from({ length: PIXELS * PIXELS }, (_, pixel) => {
    const across = ((pixel % PIXELS) + 0.5) / PIXELS;
    const down = (Math.floor(pixel / PIXELS) + 0.5) / PIXELS;
    const place: Place = [W[0] + across * (W[1] - W[0]), B[1] - down * (B[1] - B[0])];
    const band = Math.floor((Math.sqrt(surface(place)) / most) * BANDS);
    return 252 - Math.round((110 * band) / BANDS);
  });
  return greyUrl(greys, PIXELS);
}

function losses(paths: readonly OptimizerPath[]) {
  return {
    title: { text: 'The loss after each step', fontSize: SIZES.label + 1 },
    width: 220,
    height: 200,
    data: { values: rowsOf(paths).map(({ optimizer, step, loss }) => ({ optimizer, step, loss })) },
    mark: { type: 'line', strokeWidth: 2.2 },
    encoding: {
      x: { field: 'step', type: 'quantitative', title: 'Step', axis: { labelFlush: false } },
      y: {
        field: 'loss',
        type: 'quantitative',
        title: 'Loss',
        scale: { type: 'log', nice: false },
        axis: { values: [0.2, 0.5, 1, 2, 5, 10] },
      },
      ...seriesOf(paths),
      tooltip: TIPS,
    },
  };
}
