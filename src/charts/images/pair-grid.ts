import { checkOptions } from '../../checks/option-names';
import type { Images } from '../../data/dataset';
import type { Chart } from '../chart';
import { type Image, type Label, images as imageLayer, labels } from '../drawing';
import { type Ink, imageUrl } from './grey';
import { COLOURS, SIZES, themed } from '../theme';
import { roomFor } from './tiles';

/** What `pairGrid` may be told. */
export interface PairGridOptions {
  readonly title?: string;
  /** What the two rows are called. */
  readonly names?: readonly [above: string, below: string];
  /** How many pairs, from the first image on. */
  readonly count?: number;
  readonly ink?: Ink;
}

const OPTIONS: Readonly<Record<keyof PairGridOptions, true>> = {
  title: true,
  names: true,
  count: true,
  ink: true,
};

const SIDE = 84;
const GAP = 10;

/**
 * The same images twice: above as they were, below as they are after a change.
 * @example
 * ```ts
 * import { augment, loadFashion, pairGrid, show, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const eight = sliceRows(fashion.train, 0, 8).images;
 * show(pairGrid(eight, augment(eight, { zoom: 0.1 })));
 * ```
 */
export function pairGrid(before: Images, after: Images, options: PairGridOptions = {}): Chart {
  checkOptions('pairGrid', options, OPTIONS);
  const { names = ['before', 'after'], ink = 'binary', count = 8 } = options;
  const pairs = Math.min(count, before.shape[0], after.shape[0]);
  if (pairs === 0) throw new Error('There is no pair of images to show.');
  const left = Math.max(...names.map((name) => roomFor(name, SIZES.axis))) + GAP;
  const title = options.title ?? `Images ${names[0]} and ${names[1]}`;
  const pictures = [before, after].flatMap((images, row) => rowOf(images, row, pairs, left, ink));
  const texts: Label[] = names.map((text, row) => ({
    x: 0,
    y: row * (SIDE + GAP) + SIDE / 2,
    text,
    colour: COLOURS.ink,
  }));
  return themed({
    title,
    description: `${title}: ${wordsFor(before, after, pairs, names)}`,
    width: left + pairs * (SIDE + GAP) - GAP,
    height: 2 * SIDE + GAP,
    layer: [
      imageLayer(pictures, ['image']),
      labels(texts, { fontSize: SIZES.axis, align: 'left' }),
    ],
  });
}

function rowOf(images: Images, row: number, pairs: number, left: number, ink: Ink): Image[] {
  return Array.from({ length: pairs }, (_, image) => {
    const x = left + image * (SIDE + GAP);
    const y = row * (SIDE + GAP);
    return { x, y, x2: x + SIDE, y2: y + SIDE, url: imageUrl(images, image, ink), image };
  });
}

function wordsFor(before: Images, after: Images, pairs: number, names: readonly [string, string]) {
  const pixels = before.shape[1] * before.shape[2];
  let changed = 0;
  for (let place = 0; place < pairs * pixels; place++) {
    if (before.data[place] !== after.data[place]) changed++;
  }
  const share = Math.round((100 * changed) / (pairs * pixels));
  return `${pairs} pairs, ${names[0]} above and ${names[1]} below; ${share} % of the pixels differ.`;
}
