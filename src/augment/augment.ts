import { checkOptions } from '../checks/option-names';
import type { Images } from '../data/dataset';
import { Mersenne } from '../random/mersenne';
import { currentSeed } from '../random/random';
import { warpImage, type Warp } from './warp';

/** How far images may be changed; the defaults are those of the lesson, 0 switches one off. */
export interface AugmentOptions {
  /** Degrees to either side; 10 if left out. */
  readonly rotation?: number;
  /** The share by which an image grows or shrinks, across and down each for itself; 0.1. */
  readonly zoom?: number;
  /** The share of the width by which an image moves to either side; 0.1. */
  readonly widthShift?: number;
  /** The share of the height by which an image moves up or down; 0.1. */
  readonly heightShift?: number;
}

const OPTIONS: Readonly<Record<keyof AugmentOptions, true>> = {
  rotation: true,
  zoom: true,
  widthShift: true,
  heightShift: true,
};

/** Sets these draws apart from others that depend on the seed, such as the order of an epoch. */
const KEY = 0x617567;
const IMAGES_A_PART = 5000;

/**
 * The same images, each turned, zoomed and shifted a little by chance, as Keras'
 * `ImageDataGenerator(rotation_range=10, zoom_range=0.1, width_shift_range=0.1,
 * height_shift_range=0.1)` does. What chance does depends on the seed and the round alone, so
 * every epoch can have a round of its own.
 * @example
 * ```ts
 * import { augment, loadFashion, pairGrid, show, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const eight = sliceRows(fashion.train, 0, 8).images;
 * show(pairGrid(eight, augment(eight, { rotation: 15 })));
 * ```
 */
export function augment(images: Images, options: AugmentOptions = {}, round = 1): Images {
  const parts = augmentInParts(images, options, round);
  let part = parts.next();
  while (!part.done) part = parts.next();
  return part.value;
}

/** `augment` with a pause every few thousand images, in which it says what share is made. */
export function* augmentInParts(
  images: Images,
  options: AugmentOptions,
  round: number,
): Generator<number, Images> {
  const drawWarp = warps(images, options, new Mersenne([currentSeed(), KEY, round]));
  const [count, rows, columns] = images.shape;
  const greys = { data: images.data, rows, columns };
  const target = new Uint8ClampedArray(images.data.length);
  for (let image = 0; image < count; image++) {
    warpImage(greys, image, drawWarp(), target);
    if (image % IMAGES_A_PART === IMAGES_A_PART - 1) yield (image + 1) / count;
  }
  return { shape: images.shape, data: new Uint8Array(target.buffer) };
}

/** Draws one image's changes after the other's. */
function warps(
  { shape: [, rows, columns] }: Images,
  options: AugmentOptions,
  chance: Mersenne,
): () => Warp {
  checkOptions('augment', options, OPTIONS);
  const { rotation = 10, zoom = 0.1, widthShift = 0.1, heightShift = 0.1 } = options;
  for (const [name, share] of Object.entries({ zoom, widthShift, heightShift })) {
    if (!(share >= 0 && share < 1)) {
      throw new Error(`${name} is a share of the image from 0 to below 1, not ${share}.`);
    }
  }
  if (!Number.isFinite(rotation)) throw new Error(`rotation is in degrees, not ${rotation}.`);
  const upTo = (limit: number) => limit * (2 * chance.fraction() - 1);
  return () => ({
    turn: upTo(rotation),
    right: upTo(widthShift) * columns,
    down: upTo(heightShift) * rows,
    zoomAcross: 1 + upTo(zoom),
    zoomDown: 1 + upTo(zoom),
  });
}
