import type { Images } from '../../data/dataset';
import { imageAt } from '../../data/rows';

/** How wide one large image is. */
export const SIDE = 280;

/** A row for each pixel of an image; its grey value stands in the field named. */
export function pixelRows(images: Images, index: number, field: string) {
  const [, , columns] = images.shape;
  return [...imageAt(images, index).data].map((value, place) => ({
    row: Math.floor(place / columns),
    column: place % columns,
    [field]: value,
  }));
}

/** The image as a square for each pixel, so that tooltips and a scale come with the values. */
export function squaresOf({ shape: [, rows, columns] }: Images) {
  return {
    width: SIDE,
    height: (SIDE * rows) / columns,
    // On a dark page the scale would turn, and with it the image into its negative.
    usermeta: { ground: 'white' },
  };
}

/** A square's place, its grey from 0 to 255 in this range of colours, and its tooltip. */
export function squareEncoding(range: readonly [string, string], legend: object | null) {
  const band = { type: 'ordinal', scale: { padding: 0 }, axis: null };
  const scale = { type: 'linear', domain: [0, 255], range };
  return {
    x: { field: 'column', ...band },
    y: { field: 'row', ...band },
    color: { field: 'value', type: 'quantitative', scale, legend },
    tooltip: ['row', 'column', 'value'].map((field) => ({ field, type: 'quantitative' })),
  };
}
