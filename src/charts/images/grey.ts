import type { Images } from '../../data/dataset';
import { imageAt } from '../../data/rows';
import { greyUrl } from '../pixels';

/**
 * How grey values become ink, under Matplotlib's names:
 * 'binary' draws 0 white and 255 black (ink on paper), 'gray' draws 0 black and 255 white.
 */
export type Ink = 'binary' | 'gray';

/** One image as the data URL of a small PNG. */
export function imageUrl(images: Images, index: number, ink: Ink): string {
  const values = imageAt(images, index).data;
  return greyUrl(ink === 'gray' ? values : values.map((value) => 255 - value), images.shape[2]);
}
