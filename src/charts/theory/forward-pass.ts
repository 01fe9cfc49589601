import { formatShort } from '../../results/numbers';
import type { Chart } from '../chart';
import { type Box, type Label, type Spot, boxes, labels, lines, spots } from '../drawing';
import { roomFor } from '../images/tiles';
import { COLOURS, LAYERS, SIZES, themed, SHADES } from '../theme';
import { ACTIVATIONS, type ActivationName } from './activation-functions';
import { at, lastOf } from '../../checks/at';

/** One layer of a small network: for each neuron its weights (one an input) and its bias. */
export interface SmallLayer {
  readonly weights: readonly (readonly number[])[];
  readonly biases: readonly number[];
  readonly activation?: ActivationName;
}

interface Neuron {
  readonly x: number;
  readonly y: number;
  readonly sum: number;
  readonly value: number;
}

const APART = 260;
const STEP = 120;

/**
 * A small network with all its numbers: weights on the lines, sums and outputs at the neurons.
 * @example
 * ```ts
 * import { forwardPassDrawing, show } from 'nnlab';
 * const hidden = { weights: [[0.4, -0.6]], biases: [0.1], activation: 'relu' } as const;
 * show(forwardPassDrawing([1, 0.5], [hidden]));
 * ```
 */
export function forwardPassDrawing(
  inputs: readonly number[],
  layers: readonly SmallLayer[],
  title = 'A forward pass with numbers',
): Chart {
  const height = STEP * Math.max(inputs.length, ...layers.map(({ biases }) => biases.length));
  const columns = columnsOf(inputs, layers, height);
  const joints = layers.flatMap((layer, place) => jointsOf(layer, columns, place));
  return themed({
    title,
    description: `${title}: inputs ${inputs.map(formatShort).join(', ')}; ${wordsFor(columns, layers)}.`,
    width: APART * layers.length + 120,
    height,
    layer: [
      lines(joints, { strokeWidth: 1.2 }),
      ...onPaper(weightsOf(joints), SIZES.label),
      ...onPaper(sumsOf(columns, layers, height / 2), SIZES.small),
      spots(circlesOf(columns), { size: 2900 }),
      labels(valuesOf(columns), { fontSize: SIZES.label, fontWeight: 'bold' }),
    ],
  });
}

function columnsOf(
  inputs: readonly number[],
  layers: readonly SmallLayer[],
  height: number,
): (readonly Neuron[])[] {
  const place = (count: number, neuron: number) => height / 2 + (neuron - (count - 1) / 2) * STEP;
  const columns: (readonly Neuron[])[] = [
    inputs.map((value, i) => ({ x: 40, y: place(inputs.length, i), sum: value, value })),
  ];
  layers.forEach(({ weights, biases, activation = 'linear' }, layer) => {
    const before = lastOf(columns);
    const sums = biases.map((bias, neuron) => {
      const row = weights[neuron] ?? [];
      if (row.length !== before.length) {
        throw new Error(
          `Neuron ${neuron + 1} of layer ${layer + 1} has ${row.length} weights, ` +
            `but ${before.length} values come in.`,
        );
      }
      return row.reduce((sum, weight, i) => sum + weight * at(before, i).value, bias);
    });
    const x = 40 + (layer + 1) * APART;
    columns.push(
      sums.map((sum, i) => {
        return { x, y: place(sums.length, i), sum, value: ACTIVATIONS[activation].f(sum) };
      }),
    );
  });
  return columns;
}

function jointsOf(layer: SmallLayer, columns: readonly (readonly Neuron[])[], place: number) {
  return at(columns, place + 1).flatMap((to, neuron) =>
    at(columns, place).map((from, input) => ({
      x: from.x,
      y: from.y,
      x2: to.x,
      y2: to.y,
      colour: SHADES.weight,
      weight: at(at(layer.weights, neuron), input),
    })),
  );
}

function circlesOf(columns: readonly (readonly Neuron[])[]): Spot[] {
  return columns.flatMap((neurons, place) => {
    const kind = place === 0 ? 'input' : place === columns.length - 1 ? 'output' : 'hidden';
    return neurons.map(({ x, y }) => ({ x, y, colour: LAYERS[kind] }));
  });
}

const valuesOf = (columns: readonly (readonly Neuron[])[]): Label[] =>
  columns
    .flat()
    .map(({ x, y, value }) => ({ x, y, text: formatShort(value), colour: COLOURS.ink }));

/** A third of the way along its line, where lines to other neurons are apart. */
function weightsOf(joints: readonly (Box & { readonly weight: number })[]): Label[] {
  return joints.map(({ x, y, x2, y2, weight }) => ({
    x: x + 0.36 * (x2 - x),
    y: y + 0.36 * (y2 - y),
    text: `× ${formatShort(weight)}`,
    colour: COLOURS.ink,
  }));
}

/** Beside each neuron, away from the lines: its products and bias added up, and what the activation makes of them. */
function sumsOf(
  columns: readonly (readonly Neuron[])[],
  layers: readonly SmallLayer[],
  middle: number,
): Label[] {
  return columns.slice(1).flatMap((neurons, place) => {
    const { weights, biases, activation = 'linear' } = at(layers, place);
    return neurons.map(({ x, y, sum, value }, neuron) => {
      const products = at(columns, place).map(
        (from, input) => from.value * at(at(weights, neuron), input),
      );
      const terms = [...products.map(formatShort), `bias ${formatShort(at(biases, neuron))}`];
      const line = `${terms.join(' + ')} = ${formatShort(sum)}`;
      const after = `${ACTIVATIONS[activation].name}(${formatShort(sum)}) = ${formatShort(value)}`;
      const text = activation === 'linear' ? line : `${line}\n${after}`;
      return { x, y: y < middle ? y - 58 : y + 44, text, colour: COLOURS.ink };
    });
  });
}

/** Text on a ground of its own, so that lines below it do not cross it. */
function onPaper(texts: readonly Label[], fontSize: number) {
  const lineHeight = fontSize * 1.3;
  const grounds = texts.map(({ x, y, text }) => {
    const half = { wide: roomFor(text, fontSize) / 2, high: lineHeight * 0.5 };
    const lines = text.split('\n').length;
    const y2 = y - half.high + lines * lineHeight;
    return { x: x - half.wide, y: y - half.high, x2: x + half.wide, y2, colour: COLOURS.paper };
  });
  return [boxes(grounds, { opacity: 0.9 }), labels(texts, { fontSize, lineHeight })];
}

function wordsFor(columns: readonly (readonly Neuron[])[], layers: readonly SmallLayer[]): string {
  return columns
    .slice(1)
    .map((neurons, place) => {
      const each = neurons.map(
        ({ sum, value }) => `${formatShort(sum)} becomes ${formatShort(value)}`,
      );
      return `layer ${place + 1} (${layers[place]?.activation ?? 'linear'}): ${each.join(', ')}`;
    })
    .join('; ');
}
