import type { Chart } from '../chart';
import { boxes, labels } from '../drawing';
import { COLOURS, SIZES, themed } from '../theme';
import { at } from '../../checks/at';

/** One pixel of a colour image: how much red, green and blue, 0 to 255 each. */
export type ColourPixel = readonly [red: number, green: number, blue: number];

const CHANNELS = ['Red', 'Green', 'Blue'] as const;
const SIDE = 64;
const GAP = 16;
const LEFT = 150;

/**
 * A colour pixel is three numbers: each pixel, and its red, green and blue part.
 * @example
 * ```ts
 * import { colourGrid, show } from 'nnlab';
 * show(colourGrid([[255, 165, 0]]));
 * ```
 */
export function colourGrid(
  pixels: readonly ColourPixel[] = [
    [255, 0, 0],
    [255, 165, 0],
    [120, 120, 120],
  ],
  title = 'A colour pixel is three numbers',
): Chart {
  const top = 34;
  const rows = pixels.map((pixel, place) => ({ pixel, y: top + place * (SIDE + GAP) }));
  return themed({
    title,
    usermeta: { ground: 'white' },
    description: `${title}: red, green and blue of each are ${pixels.map((pixel) => `[${pixel.join(', ')}]`).join(', ')}.`,
    width: LEFT + 4 * (SIDE + GAP),
    height: top + pixels.length * (SIDE + GAP) - GAP,
    layer: [
      boxes(rows.flatMap(squaresOf), { strokeWidth: 1 }),
      labels(rows.flatMap(textsOf), { fontSize: SIZES.axis }),
      labels(headings(), { fontSize: SIZES.label }),
    ],
  });
}

const rgb = (pixel: readonly number[]) => `rgb(${pixel.join(', ')})`;
const columnAt = (channel: number) => LEFT + SIDE + 2 * GAP + channel * (SIDE + GAP);

function squaresOf({ pixel, y }: { pixel: ColourPixel; y: number }) {
  const square = (x: number, colour: string) => ({
    x,
    y,
    x2: x + SIDE,
    y2: y + SIDE,
    colour,
    edge: COLOURS.line,
  });
  const parts = pixel.map((value, channel) => {
    const only = [0, 1, 2].map((other) => (other === channel ? value : 0));
    return square(columnAt(channel), rgb(only));
  });
  return [square(LEFT, rgb(pixel)), ...parts];
}

/** How bright an eye finds one colour alone: green most, blue least. */
const brightness = (channel: number, value: number) => value * at([0.3, 0.59, 0.11], channel);

function textsOf({ pixel, y }: { pixel: ColourPixel; y: number }) {
  const middle = y + SIDE / 2;
  const parts = pixel.map((value, channel) => ({
    x: columnAt(channel) + SIDE / 2,
    y: middle,
    text: String(value),
    colour: brightness(channel, value) > 75 ? '#000' : COLOURS.paper,
  }));
  return [{ x: LEFT / 2, y: middle, text: `[${pixel.join(', ')}]`, colour: COLOURS.ink }, ...parts];
}

const headings = () => [
  { x: LEFT + SIDE / 2, y: 14, text: 'Pixel', colour: COLOURS.ink },
  ...CHANNELS.map((text, channel) => ({
    x: columnAt(channel) + SIDE / 2,
    y: 14,
    text,
    colour: COLOURS.ink,
  })),
];
