import type { Chart } from '../chart';
import { labels } from '../drawing';
import { COLOURS, SIZES, themed } from '../theme';
import { type Card, cards, routes } from './cards';

/** Where the middle of the row of operations lies, and that of the tensors that come from above. */
const ROW = 150;
const ABOVE = 30;
const [WIDTH, HEIGHT] = [110, 60];

const operation = (x: number, text: string): Card => ({
  ...{ x, y: ROW, width: WIDTH, height: HEIGHT, text },
  fill: 'hidden',
});

const tensor = (x: number, y: number, text: string): Card => ({
  ...{ x, y, width: 96, height: 48, text },
  fill: 'input',
});

const OPERATIONS = [operation(230, 'matMul'), operation(430, 'add'), operation(630, 'relu')];
const TENSORS = [
  tensor(56, ROW, 'x\n[1, 2]'),
  tensor(230, ABOVE, 'K\n[2, 2]'),
  tensor(430, ABOVE, 'b\n[2]'),
  tensor(804, ROW, 'h\n[1, 2]'),
];

const [left, right] = [(x: number) => x - WIDTH / 2, (x: number) => x + WIDTH / 2];
const EDGES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [104, ROW],
    [left(230), ROW],
  ],
  [
    [230, ABOVE + 24],
    [230, ROW - HEIGHT / 2],
  ],
  [
    [right(230), ROW],
    [left(430), ROW],
  ],
  [
    [430, ABOVE + 24],
    [430, ROW - HEIGHT / 2],
  ],
  [
    [right(430), ROW],
    [left(630), ROW],
  ],
  [
    [right(630), ROW],
    [756, ROW],
  ],
];

/**
 * One layer, ReLU(xK + b), as a data-flow graph: operations are nodes, tensors flow along the edges.
 * @example
 * ```ts
 * import { dataFlowDrawing, show } from 'nnlab';
 * show(dataFlowDrawing());
 * ```
 */
export function dataFlowDrawing(): Chart {
  const shapes = [330, 530].map((x) => ({ x, y: ROW + 16, text: '[1, 2]', colour: COLOURS.quiet }));
  return themed({
    title: 'One layer as a graph: tensors flow through operations',
    description:
      'A data-flow graph: x and the kernel K flow into matMul, its result and the bias b into add, ' +
      'its result into relu, and h comes out; each edge is a tensor with a shape.',
    width: 860,
    height: 185,
    layer: [
      ...routes(EDGES),
      ...cards([...TENSORS, ...OPERATIONS]),
      labels(shapes, { fontSize: SIZES.small }),
    ],
  });
}
