import { formatCount, formatCounted } from '../../results/numbers';
import { shortNames } from '../../results/short-names';
import { at } from '../../checks/at';
import { checkOptions } from '../../checks/option-names';
import type { Chart } from '../chart';
import { type Box, type Label, type Spot, labels, lines, spots } from '../drawing';
import { COLOURS, LAYERS, SIZES, themed, SHADES } from '../theme';

/** What `networkDrawing` may be told. */
export interface NetworkOptions {
  readonly title?: string;
  /** A line below each layer, such as its activation. */
  readonly captions?: readonly string[];
  /** The names of the outputs, beside them. */
  readonly outputs?: readonly string[];
}

const OPTIONS: Readonly<Record<keyof NetworkOptions, true>> = {
  title: true,
  captions: true,
  outputs: true,
};

const APART = 190;
const STEP = 34;
const MOST_DRAWN = 10;
const DRAWN_AT_EACH_END = 4;

/** Where the neurons of a layer stand, and where dots stand for those left out. */
interface Column {
  readonly x: number;
  readonly neurons: readonly number[];
  readonly dots: readonly number[];
  readonly colour: string;
}

/**
 * A fully connected network: orange inputs, blue hidden layers, green outputs.
 * Layers with more than ten neurons show the first and the last ones, and dots between.
 * @example
 * ```ts
 * import { networkDrawing, show } from 'nnlab';
 * show(networkDrawing([784, 128, 10]));
 * ```
 */
export function networkDrawing(layers: readonly number[], options: NetworkOptions = {}): Chart {
  checkOptions('networkDrawing', options, OPTIONS);
  if (layers.length < 2 || layers.some((size) => !Number.isInteger(size) || size < 1)) {
    throw new Error(
      `A network has two layers or more of one neuron or more, not ${layers.join('-')}.`,
    );
  }
  const height = STEP * Math.max(...layers.map(slotsFor));
  const columns = layers.map((size, place) => columnOf(size, place, layers.length, height / 2));
  const title = options.title ?? `A network of ${layers.join(', ')} neurons`;
  return themed({
    title,
    description: wordsFor(title, layers),
    width: APART * (layers.length - 1) + 60,
    height: height + (options.captions ? 55 : 35),
    layer: [
      lines(connections(columns), { strokeWidth: 0.6, opacity: 0.75 }),
      spots(neuronsOf(columns), { size: 420, stroke: COLOURS.paper, strokeWidth: 1.5 }),
      spots(dotsOf(columns), { size: 18 }),
      labels(captionsOf(layers, columns, height + 12, options.captions), {
        fontSize: SIZES.axis,
        baseline: 'top',
        lineHeight: 19,
      }),
      ...outputNames(columns, options.outputs && shortNames(options.outputs)),
    ],
  });
}

/** The dots take the room of two neurons. */
const slotsFor = (size: number) => (size <= MOST_DRAWN ? size : 2 * DRAWN_AT_EACH_END + 2);

function columnOf(size: number, place: number, layers: number, middle: number): Column {
  const all = size <= MOST_DRAWN;
  const slots = slotsFor(size);
  const heightOf = (slot: number) => middle + (slot - (slots - 1) / 2) * STEP;
  const taken = [...Array(slots).keys()];
  const left = taken.filter(
    (slot) => all || slot < DRAWN_AT_EACH_END || slot >= slots - DRAWN_AT_EACH_END,
  );
  const kind = place === 0 ? 'input' : place === layers - 1 ? 'output' : 'hidden';
  return {
    x: 30 + place * APART,
    neurons: left.map(heightOf),
    dots: all ? [] : [-0.6, 0, 0.6].map((offset) => heightOf((slots - 1) / 2 + offset)),
    colour: LAYERS[kind],
  };
}

function connections(columns: readonly Column[]): Box[] {
  return columns.slice(1).flatMap((to, place) => {
    const from = at(columns, place);
    return from.neurons.flatMap((y) =>
      to.neurons.map((y2) => ({ x: from.x, y, x2: to.x, y2, colour: SHADES.connection })),
    );
  });
}

const neuronsOf = (columns: readonly Column[]): Spot[] =>
  columns.flatMap(({ x, neurons, colour }) => neurons.map((y) => ({ x, y, colour })));

const dotsOf = (columns: readonly Column[]): Spot[] =>
  columns.flatMap(({ x, dots, colour }) => dots.map((y) => ({ x, y, colour })));

function neuronsIn(layers: readonly number[], place: number): string {
  const size = at(layers, place);
  if (place === 0) return formatCounted(size, 'input');
  return place === layers.length - 1 ? formatCounted(size, 'output') : `${size} hidden`;
}

function captionsOf(
  layers: readonly number[],
  columns: readonly Column[],
  y: number,
  captions: readonly string[] = [],
): Label[] {
  return columns.map(({ x }, place) => {
    const text = neuronsIn(layers, place);
    const caption = captions[place] === undefined ? text : `${text}\n${captions[place]}`;
    return { x, y, text: caption, colour: COLOURS.ink };
  });
}

function outputNames(columns: readonly Column[], names: readonly string[] = []) {
  const last = columns.at(-1);
  if (!last || last.dots.length > 0 || names.length === 0) return [];
  const rows = last.neurons.map((y, place) => ({
    x: last.x + 18,
    y,
    text: names[place] ?? '',
    colour: COLOURS.ink,
  }));
  return [labels(rows, { align: 'left', fontSize: SIZES.label })];
}

function wordsFor(title: string, layers: readonly number[]): string {
  const sizes = layers.map((_, place) => neuronsIn(layers, place));
  const weights = layers.slice(1).reduce((sum, size, place) => sum + size * at(layers, place), 0);
  const biases = layers.slice(1).reduce((sum, size) => sum + size, 0);
  return (
    `${title}: ${sizes.join(', ')}, each neuron connected with every one of the layer before: ` +
    `${formatCount(weights)} weights and ${formatCount(biases)} biases, ` +
    `${formatCount(weights + biases)} parameters.`
  );
}
