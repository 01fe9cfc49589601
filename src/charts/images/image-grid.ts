import { shortNames } from '../../results/short-names';
import { checkOptions } from '../../checks/option-names';
import type { LabelledImages } from '../../data/dataset';
import type { Chart } from '../chart';
import { type Ink, imageUrl } from './grey';
import { themed } from '../theme';
import { sideFor, tiled } from './tiles';

/** What `imageGrid` may be told. */
export interface ImageGridOptions {
  /** The names of the classes, in the order of their numbers; without them the numbers stand there. */
  readonly classNames?: readonly string[];
  /** How many images from the first one on (25, if `indices` does not say which). */
  readonly count?: number;
  /** Which images, in this order. */
  readonly indices?: readonly number[];
  /** How many side by side; the rows follow from the number of images. */
  readonly columns?: number;
  readonly title?: string;
  /** 'binary' (ink on paper, the default) or 'gray' (white on black). */
  readonly ink?: Ink;
}

const OPTIONS: Readonly<Record<keyof ImageGridOptions, true>> = {
  classNames: true,
  count: true,
  indices: true,
  columns: true,
  title: true,
  ink: true,
};

/**
 * Labelled images in rows, the name of each above it.
 * @example
 * ```ts
 * import { imageGrid, loadFashion, show } from 'nnlab';
 * const fashion = await loadFashion();
 * show(imageGrid(fashion.train, { classNames: fashion.classNames }));
 * ```
 */
export function imageGrid(examples: LabelledImages, options: ImageGridOptions = {}): Chart {
  checkOptions('imageGrid', options, OPTIONS);
  const { count = 25, columns = 5, ink = 'binary', classNames: given = [] } = options;
  const classNames = shortNames(given);
  const all = examples.images.shape[0];
  const indices = options.indices ?? [...Array(Math.min(count, all)).keys()];
  if (indices.length === 0) throw new Error('There is no image to show: the list is empty.');
  const tiles = indices.map((image) => {
    const label = examples.labels[image] ?? '';
    const text = classNames[Number(label)] ?? String(label);
    return { url: imageUrl(examples.images, image, ink), text, tip: { image, label: text } };
  });
  const names = tiles.map(({ text }) => text);
  return themed({
    ...(options.title === undefined ? {} : { title: options.title }),
    description: gridWords(options.title, names, columns),
    usermeta: { caption: `${shapeWords(names, columns)}, ${countWords(names)}.` },
    ...tiled(tiles, { columns, side: sideFor(columns) }),
  });
}

function gridWords(title = 'Labelled images', names: readonly string[], columns: number): string {
  const shape = shapeWords(names, columns);
  if (names.length <= 30 && 4 * new Set(names).size > names.length)
    return `${title}: ${shape}, in order ${names.join(', ')}.`;
  return `${title}: ${shape}, ${countWords(names)}.`;
}

function shapeWords(names: readonly string[], columns: number): string {
  const rows = Math.ceil(names.length / columns);
  return `${names.length} images in ${rows} ${rows === 1 ? 'row' : 'rows'}`;
}

/** How often each name occurs, the most frequent first. */
function countWords(names: readonly string[]): string {
  const times = (kind: string) => names.filter((name) => name === kind).length;
  const kinds = [...new Set(names)].sort().sort((a, b) => times(b) - times(a));
  const counts = kinds.map((kind) => names.filter((name) => name === kind).length);
  if (kinds.length === 1) return `all named ${kinds[0]}`;
  const [first] = counts;
  if (counts.every((count) => count === first)) return `${first} each of ${kinds.join(', ')}`;
  return kinds.map((kind, at) => `${counts[at]} of ${kind}`).join(', ');
}
