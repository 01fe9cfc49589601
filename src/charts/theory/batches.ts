import { checkOptions } from '../../checks/option-names';
import { formatCount } from '../../results/numbers';
import type { Chart } from '../chart';
import { labels, lines } from '../drawing';
import { COLOURS, SIZES, themed } from '../theme';
import { type Card, cards } from './cards';
import { at } from '../../checks/at';

/** What `batchesDrawing` may be told. */
export interface BatchOptions {
  readonly images?: number;
  readonly batchSize?: number;
  readonly epochs?: number;
}

const OPTIONS: Readonly<Record<keyof BatchOptions, true>> = {
  images: true,
  batchSize: true,
  epochs: true,
};

const ROW = 66;
const TOP = 46;
const LEFT = 96;
const SLOTS = [58, 158, 258, 358, 478];

/**
 * Iteration, batch and epoch: all batches once are an epoch; each batch is one iteration.
 * @example
 * ```ts
 * import { batchesDrawing, show } from 'nnlab';
 * show(batchesDrawing({ images: 1000, batchSize: 100, epochs: 5 }));
 * ```
 */
export function batchesDrawing(options: BatchOptions = {}): Chart {
  checkOptions('batchesDrawing', options, OPTIONS);
  const { images = 54_000, batchSize = 32, epochs = 20 } = options;
  const batches = Math.ceil(images / batchSize);
  const last = images - (batches - 1) * batchSize;
  const rows = epochs <= 3 ? [...Array(epochs).keys()] : [0, 1, epochs - 1];
  const title = `${formatCount(images)} images, batch size ${batchSize}, ${epochs} epochs`;
  return themed({
    title,
    description:
      `${title}: each epoch goes once through all images in ${batches} batches of ${batchSize} ` +
      `(the last of ${last}); each batch is one iteration with one weight update: ` +
      `${batches * epochs} iterations in all.`,
    width: 640,
    height: TOP + rows.length * ROW + 50,
    layer: [
      ...rows.flatMap((epoch, place) => epochRow(epoch, place, batches, batchSize, last)),
      ...notes(rows.length, batches, epochs),
    ],
  });
}

function epochRow(epoch: number, place: number, batches: number, size: number, last: number) {
  const y = TOP + place * ROW + ROW / 2;
  const numbers = batches <= 5 ? [...Array(batches).keys()] : [0, 1, 2, -1, batches - 1];
  const boxes = numbers.flatMap((batch, slot): Card[] => {
    if (batch < 0) return [];
    const count = batch === batches - 1 ? last : size;
    const text = `Batch ${formatCount(batch + 1)}\n${formatCount(count)} images`;
    return [{ x: LEFT + at(SLOTS, slot), y, width: 92, height: 48, text, fill: 'hidden' }];
  });
  const dots = numbers.includes(-1)
    ? [{ x: LEFT + at(SLOTS, 3), y, text: '…', colour: COLOURS.quiet }]
    : [];
  const name = { x: 0, y, text: `Epoch ${epoch + 1}`, colour: COLOURS.ink };
  return [
    ...cards(boxes, SIZES.label - 1),
    labels(dots, { fontSize: 24 }),
    labels([name], { align: 'left', fontSize: SIZES.axis, fontWeight: 'bold' }),
  ];
}

/** Above the first batch and below all: what one is, and how many there are. */
function notes(rows: number, batches: number, epochs: number) {
  const bottom = TOP + rows * ROW + 12;
  const right = LEFT + at(SLOTS, 4) + 46;
  const line = { x: LEFT + 12, x2: right, y: bottom, y2: bottom, colour: COLOURS.quiet };
  const all = `${formatCount(batches)} iterations make an epoch; ${formatCount(batches * epochs)} in ${epochs} epochs`;
  const texts = [
    {
      x: LEFT + 12,
      y: 18,
      text: 'one batch = one iteration = one weight update',
      colour: COLOURS.ink,
    },
    { x: LEFT + 12, y: bottom + 20, text: all, colour: COLOURS.ink },
  ];
  return [lines([line]), labels(texts, { align: 'left', fontSize: SIZES.axis })];
}
