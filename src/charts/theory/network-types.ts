import type { Chart } from '../chart';
import { type Box, type Label, type Layer, boxes, labels, lines, spots } from '../drawing';
import { COLOURS, LAYERS, SIZES, themed, SHADES } from '../theme';
import { type Card, cards, routes } from './cards';

const WIDTH = 300;
const HEIGHT = 230;

/**
 * Sketches of the three types: feedforward, convolutional and recurrent.
 * @example
 * ```ts
 * import { networkTypesDrawing, show } from 'nnlab';
 * show(networkTypesDrawing());
 * ```
 */
export function networkTypesDrawing(): Chart {
  return themed({
    title: 'Three types of networks',
    description:
      'Three types of networks: in a feedforward network (FNN) data flow one way, from the input ' +
      'over hidden layers to the output; a convolutional network (CNN) moves small filters over ' +
      'an image, pools what they find and ends in a dense layer; a recurrent network (RNN) takes ' +
      'a sequence item by item and hands its hidden state on to the next.',
    spacing: 30,
    hconcat: [
      panel('Feedforward (FNN)', 'data flow one way', feedforward()),
      panel('Convolutional (CNN)', 'filters move over an image', convolutional()),
      panel('Recurrent (RNN)', 'the hidden state is handed on', recurrent()),
    ],
  });
}

function panel(title: string, below: string, layer: readonly Layer[]) {
  const caption = { x: WIDTH / 2, y: HEIGHT - 8, text: below, colour: COLOURS.quiet };
  return {
    title: { text: title, fontSize: SIZES.axis },
    width: WIDTH,
    height: HEIGHT,
    layer: [...layer, labels([caption], { fontSize: SIZES.label })],
  };
}

function feedforward(): Layer[] {
  const sizes = [3, 4, 4, 2];
  const columns = sizes.map((size, place) => ({
    x: 35 + place * 77,
    ys: Array.from({ length: size }, (_, neuron) => 95 + (neuron - (size - 1) / 2) * 42),
    colour: place === 0 ? LAYERS.input : place === 3 ? LAYERS.output : LAYERS.hidden,
  }));
  const joints = columns.slice(1).flatMap(({ x: x2, ys }, place) => {
    const { x, ys: from } = columns[place] ?? { x: 0, ys: [] };
    return from.flatMap((y) => ys.map((y2) => ({ x, y, x2, y2, colour: SHADES.connection })));
  });
  const neurons = columns.flatMap(({ x, ys, colour }) => ys.map((y) => ({ x, y, colour })));
  return [lines(joints, { strokeWidth: 1 }), spots(neurons, { size: 520 }), names(35, 150, 266)];
}

const names = (input: number, hidden: number, output: number): Layer =>
  labels(
    [
      { x: input, y: 192, text: 'input', colour: COLOURS.ink },
      { x: hidden, y: 192, text: 'hidden', colour: COLOURS.ink },
      { x: output, y: 192, text: 'output', colour: COLOURS.ink },
    ],
    { fontSize: SIZES.label },
  );

/** Stacked sheets are feature maps; the small square on the image is the filter. */
function convolutional(): Layer[] {
  const image = sheets(8, 45, 78, 1, SHADES.input, LAYERS.input);
  const maps = sheets(118, 50, 56, 3, SHADES.hidden, LAYERS.hidden);
  const pooled = sheets(208, 68, 30, 3, SHADES.hidden, LAYERS.hidden);
  const filter = sheets(30, 62, 22, 1, SHADES.filter, COLOURS.ink);
  const dense = [60, 84, 108, 132].map((y) => ({ x: 284, y, colour: LAYERS.output }));
  const rays: Box[] = [62, 84].map((y) => ({ x: 52, y, x2: 142, y2: 78, colour: COLOURS.quiet }));
  const texts: Label[] = [
    { x: 47, y: 180, text: 'image,\nfilter', colour: COLOURS.ink },
    { x: 155, y: 180, text: 'convo-\nlution', colour: COLOURS.ink },
    { x: 228, y: 180, text: 'pooling', colour: COLOURS.ink },
    { x: 284, y: 180, text: 'dense', colour: COLOURS.ink },
  ];
  return [
    boxes([...image, ...filter, ...maps, ...pooled], { strokeWidth: 1.5 }),
    lines(rays, { strokeWidth: 1.2, strokeDash: [3, 3] }),
    ...routes([
      [
        [188, 96],
        [206, 96],
      ],
      [
        [254, 96],
        [272, 96],
      ],
    ]),
    spots(dense, { size: 240 }),
    labels(texts, { fontSize: SIZES.label, lineHeight: 16 }),
  ];
}

function sheets(x: number, y: number, side: number, count: number, colour: string, edge: string) {
  return Array.from({ length: count }, (_, sheet) => ({
    x: x + sheet * 8,
    y: y + sheet * 8,
    x2: x + sheet * 8 + side,
    y2: y + sheet * 8 + side,
    colour,
    edge,
  }));
}

/** Three steps of one sequence, one beside the other: the same layer, used again. */
function recurrent(): Layer[] {
  const xs = [50, 150, 250];
  const row = (y: number, name: string, fill: Card['fill']) =>
    xs.map((x, step): Card => ({
      x,
      y,
      width: 62,
      height: 36,
      text: name + '₁₂₃'.charAt(step),
      fill,
    }));
  const up = (from: number, to: number) =>
    xs.map(
      (x) =>
        [
          [x, from],
          [x, to],
        ] as const,
    );
  const on = [0, 1].map(
    (step) =>
      [
        [81 + step * 100, 95],
        [119 + step * 100, 95],
      ] as const,
  );
  return [
    ...routes([...up(147, 114), ...up(77, 46), ...on]),
    ...cards([...row(165, 'x', 'input'), ...row(95, 'h', 'hidden'), ...row(28, 'y', 'output')]),
    labels(
      [{ x: 150, y: 200, text: 'x: items of the sequence · h: hidden state', colour: COLOURS.ink }],
      { fontSize: SIZES.small },
    ),
  ];
}
