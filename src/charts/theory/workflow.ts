import type { Chart } from '../chart';
import { labels, lines } from '../drawing';
import { COLOURS, SIZES, themed } from '../theme';
import { type Card, cards, routes } from './cards';

const ROW = { top: 70, bottom: 250 };
const HIGH = 62;

const card = (x: number, y: number, width: number, text: string, fill: Card['fill']): Card => ({
  x,
  y,
  width,
  height: HIGH,
  text,
  fill,
});

const BOXES: readonly Card[] = [
  card(60, ROW.top, 100, 'Data', 'plain'),
  card(215, ROW.top, 110, 'Input\nlayer', 'input'),
  card(375, ROW.top, 130, 'Hidden\nlayers', 'hidden'),
  card(535, ROW.top, 110, 'Output\nlayer', 'output'),
  card(790, ROW.top, 140, 'Predictions', 'plain'),
  card(790, ROW.bottom, 100, 'Loss\nfunction', 'alarm'),
  card(902, ROW.bottom, 75, 'True\nlabels', 'plain'),
  card(680, ROW.bottom, 75, 'Loss\nscore', 'alarm'),
  card(556, ROW.bottom, 125, 'Gradients', 'plain'),
  card(423, ROW.bottom, 105, 'Optimizer', 'plain'),
  card(300, ROW.bottom, 100, 'Weight\nupdate', 'hidden'),
];

const STAGES = [
  { x: 375, y: 22, text: '1  Forward pass' },
  { x: 790, y: 306, text: '2  Loss calculation' },
  { x: 520, y: 306, text: '3  Backpropagation, then optimizer' },
  { x: 222, y: 165, text: '4  Weight update' },
  { x: 560, y: 165, text: '5  Repeat, thousands of times' },
];

/** The update reaches all layers with weights, so a bar spans them. The input layer has none. */
const UNDER_THE_LAYERS = [{ x: 300, x2: 590, y: 112, y2: 112, colour: COLOURS.quiet }];

/**
 * How a network learns: forward pass, loss, gradients, weight update, and again.
 * @example
 * ```ts
 * import { show, workflowDrawing } from 'nnlab';
 * show(workflowDrawing());
 * ```
 */
export function workflowDrawing(title = 'How a network learns'): Chart {
  const half = HIGH / 2;
  const ways = [
    ...across(ROW.top, [110, 160], [270, 310], [440, 480], [590, 720]),
    down(790, ROW.top + half, ROW.bottom - half),
    ...across(ROW.bottom, [864, 840], [740, 718], [642, 619], [493, 476], [370, 350]),
    down(300, ROW.bottom - half, 112),
  ];
  const stages = STAGES.map((stage) => ({ ...stage, colour: COLOURS.ink }));
  return themed({
    title,
    description:
      `${title}: data enter the input layer (orange), pass the hidden layers (blue) and leave ` +
      'the output layer (green) as predictions; the loss function compares them with the true ' +
      'labels and gives a loss score; backpropagation finds the gradients, from which the ' +
      'optimizer works out a weight update, which goes back to the hidden layers and the output ' +
      'layer; all of it is repeated thousands of times.',
    width: 940,
    height: 325,
    layer: [
      lines(UNDER_THE_LAYERS),
      ...routes(ways),
      ...cards([...BOXES]),
      labels(stages, { fontSize: SIZES.label, fontStyle: 'italic' }),
    ],
  });
}

const across = (y: number, ...spans: readonly (readonly [number, number])[]) =>
  spans.map(([from, to]): readonly (readonly [number, number])[] => [
    [from, y],
    [to, y],
  ]);

const down = (x: number, from: number, to: number): readonly (readonly [number, number])[] => [
  [x, from],
  [x, to],
];
