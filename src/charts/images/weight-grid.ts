import { shortNames } from '../../results/short-names';
import { checkOptions } from '../../checks/option-names';
import { formatFixed } from '../../results/numbers';
import type { Chart } from '../chart';
import { images as imageLayer, labels } from '../drawing';
import { paletteUrl } from '../pixels';
import { COLOURS, SIZES, themed } from '../theme';
import { tiled } from './tiles';
import { at } from '../../checks/at';

/** What `weightGrid` may be told. */
export interface WeightGridOptions {
  readonly title?: string;
  /** Names of the neurons, such as the ten classes; without them each bears its number, from 0. */
  readonly names?: readonly string[];
  readonly columns?: number;
}

const OPTIONS: Readonly<Record<keyof WeightGridOptions, true>> = {
  title: true,
  names: true,
  columns: true,
};

/** Blue below 0, white at 0, orange above: 21 shades keep 128 pictures small. */
const LEVELS = 21;
const LOW = [0, 90, 160] as const;
const HIGH = [200, 80, 0] as const;
const PALETTE = Array.from({ length: LEVELS }, (_, level) => shade((2 * level) / (LEVELS - 1) - 1));

function shade(value: number): [number, number, number] {
  const end = value < 0 ? LOW : HIGH;
  const mix = (channel: 0 | 1 | 2) => Math.round(255 + (end[channel] - 255) * Math.abs(value));
  return [mix(0), mix(1), mix(2)];
}

/**
 * The weights of each neuron as a picture of the image it looks at.
 * `kernel` holds inputs x neurons numbers, as the `data()` of a dense layer's kernel gives them.
 * @example
 * ```ts
 * import { dense128, show, weightGrid } from 'nnlab';
 * const [kernel] = dense128().getWeights();
 * show(weightGrid(kernel!.dataSync(), 128));
 * ```
 */
export function weightGrid(
  kernel: ArrayLike<number>,
  neurons: number,
  options: WeightGridOptions = {},
): Chart {
  checkOptions('weightGrid', options, OPTIONS);
  const side = Math.sqrt(kernel.length / neurons);
  if (!Number.isInteger(side)) {
    throw new Error(
      `${kernel.length} weights for ${neurons} neurons are no square picture each; ` +
        'give the kernel of the layer that sees the pixels, and how many neurons it has.',
    );
  }
  const names = options.names && shortNames(options.names);
  const { columns = names ? 5 : 12 } = options;
  const limit = limitOf(kernel);
  const tiles = Array.from({ length: neurons }, (_, neuron) => ({
    url: weightUrl(kernel, neurons, neuron, limit),
    text: names?.[neuron] ?? String(neuron),
    tip: { neuron },
  }));
  const look = names ? { side: 112 } : { side: 56, gap: 4, textSize: SIZES.small, textBelow: true };
  const grid = tiled(tiles, { columns, ...look });
  const title = options.title ?? `The weights of ${neurons} neurons as pictures`;
  return themed({
    title: { text: title, subtitle: 'blue: below 0 · white: 0 · orange: above 0' },
    description: wordsFor(title, kernel, side, limit),
    ...grid,
    layer: [...grid.layer, ...colourBar(limit, grid.height + 16)],
  });
}

/** Only one weight in a hundred is beyond this; the few largest would make all others pale. */
function limitOf(kernel: ArrayLike<number>): number {
  const sizes = Float64Array.from(Array.from(kernel), Math.abs).sort();
  return sizes[Math.floor(0.99 * (sizes.length - 1))] || 1;
}

function weightUrl(kernel: ArrayLike<number>, neurons: number, neuron: number, limit: number) {
  const inputs = kernel.length / neurons;
  const levels = Uint8Array.from({ length: inputs }, (_, input) => {
    const share = at(kernel, input * neurons + neuron) / limit;
    return Math.round(((Math.max(-1, Math.min(1, share)) + 1) / 2) * (LEVELS - 1));
  });
  return paletteUrl(levels, Math.sqrt(inputs), PALETTE);
}

function colourBar(limit: number, top: number) {
  const [left, width, height] = [24, 12 * LEVELS, 14];
  const url = paletteUrl(
    Uint8Array.from({ length: LEVELS }, (_, level) => level),
    LEVELS,
    PALETTE,
  );
  const ticks = [-limit, 0, limit].map((value, place) => ({
    x: left + (place * width) / 2,
    y: top + height + 12,
    text: formatFixed(value, 2),
    colour: COLOURS.ink,
  }));
  return [
    imageLayer([{ x: left, y: top, x2: left + width, y2: top + height, url }]),
    labels(ticks, { fontSize: SIZES.label }),
  ];
}

function wordsFor(title: string, kernel: ArrayLike<number>, side: number, limit: number): string {
  const values = Array.from(kernel);
  const range = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const negative = values.filter((value) => value < 0).length / values.length;
  return (
    `${title}, ${side} by ${side} weights each, from ${range.map((v) => v.toFixed(3)).join(' to ')}; ` +
    `${Math.round(negative * 100)} % are below 0, 99 % lie within ±${limit.toFixed(3)}.`
  );
}
