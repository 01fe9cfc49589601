import { checkOptions } from '../../checks/option-names';
import type { Images } from '../../data/dataset';
import { imageAt } from '../../data/rows';
import type { Chart } from '../chart';
import { images as imageLayer, labels } from '../drawing';
import { type Ink, imageUrl } from './grey';
import { COLOURS, SIZES, themed } from '../theme';
import { pixelRows, SIDE, squareEncoding, squaresOf } from './squares';

/** What `picture` may be told. */
export interface PictureOptions {
  /** What stands above it, such as `Label = 2`. */
  readonly title?: string;
  /** What stands below it, such as `Guess: Coat`. */
  readonly below?: string;
  /** 'binary' (ink on paper, the default) or 'gray' (white on black). */
  readonly ink?: Ink;
  /** A bar beside it that says which grey is which value. */
  readonly colourBar?: boolean;
}

const OPTIONS: Readonly<Record<keyof PictureOptions, true>> = {
  title: true,
  below: true,
  ink: true,
  colourBar: true,
};

const TICKS = [0, 51, 102, 153, 204, 255];

/**
 * One image, large.
 * @example
 * ```ts
 * import { loadFashion, picture, show } from 'nnlab';
 * const fashion = await loadFashion();
 * show(picture(fashion.train.images, 0, { title: 'Ankle boot' }));
 * ```
 */
export function picture(images: Images, index: number, options: PictureOptions = {}): Chart {
  checkOptions('picture', options, OPTIONS);
  const chart = options.colourBar ? squares(images, index, options) : photo(images, index, options);
  return themed({ ...chart, description: wordsFor(images, index, options) });
}

function wordsFor(images: Images, index: number, { title, below }: PictureOptions): string {
  const [, rows, columns] = images.shape;
  const values = imageAt(images, index).data;
  const inked = values.filter((value) => value > 0).length;
  const range = `values ${Math.min(...values)} to ${Math.max(...values)}`;
  const size = `${rows} by ${columns} pixels, ${inked} of them not 0, ${range}.`;
  const names = [title, below].filter(Boolean).join('; ');
  return `Image ${index}${names && ` (${names})`}: ${size}`;
}

/** The title is drawn by Vega; the line below is a label, so that both are centred. */
function photo(images: Images, index: number, { title, below, ink = 'binary' }: PictureOptions) {
  const [, rows, columns] = images.shape;
  const height = (SIDE * rows) / columns;
  const url = imageUrl(images, index, ink);
  const caption = { x: SIDE / 2, y: height + 18, text: below ?? '', colour: COLOURS.ink };
  return {
    ...(title === undefined ? {} : { title: { text: title, anchor: 'middle' } }),
    width: SIDE,
    height,
    layer: [
      imageLayer([{ x: 0, y: 0, x2: SIDE, y2: height, url }]),
      ...(below === undefined ? [] : [labels([caption], { fontSize: SIZES.axis })]),
    ],
  };
}

/** A square for each pixel: the colour bar and the tooltips come with the values. */
function squares(images: Images, index: number, { title, below, ink = 'binary' }: PictureOptions) {
  const legend = { title: null, gradientLength: SIDE, gradientThickness: 16, values: TICKS };
  const caption = below === undefined ? null : { title: below, labels: false, ticks: false };
  const { x, ...encoding } = squareEncoding(
    ink === 'gray' ? ['#000', '#fff'] : ['#fff', '#000'],
    legend,
  );
  return {
    ...(title === undefined ? {} : { title: { text: title, anchor: 'middle', frame: 'group' } }),
    ...squaresOf(images),
    data: { values: pixelRows(images, index, 'value') },
    mark: { type: 'rect', aria: false },
    encoding: { x: { ...x, axis: caption && { ...caption, domain: false } }, ...encoding },
  };
}
