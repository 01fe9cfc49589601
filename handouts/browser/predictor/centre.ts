import { SIDE, type Ink, type Point } from './ink';

/** A grey picture of any size; 0 is paper, 255 is ink. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** How a data set's makers put a picture into its 28x28 pixels. */
export interface Framing {
  /** The longer side of the cropped picture becomes this many pixels. */
  readonly fit: number;
  /** The point of the cropped picture that stands in the middle. */
  readonly middle: 'centre of mass' | 'middle of the box';
}

export const framings: Record<'MNIST' | 'Fashion-MNIST', Framing> = {
  MNIST: { fit: 20, middle: 'centre of mass' },
  'Fashion-MNIST': { fit: 28, middle: 'middle of the box' },
};

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Crop {
  readonly box: Box;
  /** The point of the picture that is moved to the middle. */
  readonly middle: Point;
}

export interface Centred extends Crop {
  readonly pixels: Ink;
  readonly scale: number;
}

/** Crops a picture to its ink, scales it and centres it as the data set has it. */
export function centre(picture: Grey, framing: Framing): Centred | undefined {
  const box = inkBox(picture);
  if (box === undefined) return undefined;
  const scale = framing.fit / Math.max(box.width, box.height);
  const wanted = framing.middle === 'centre of mass' ? centreOfMass(picture, box) : middleOf(box);
  const middle = {
    x: keepInside(wanted.x, box.left, box.width, scale),
    y: keepInside(wanted.y, box.top, box.height, scale),
  };
  return { pixels: resample(picture, box, middle, scale), box, scale, middle };
}

/** The smallest box round all pixels that are clearly ink. */
function inkBox({ width, height, data }: Grey): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if ((data[row * width + column] ?? 0) < 32) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  }
  if (right < 0) return undefined;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function middleOf(box: Box): Point {
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

function centreOfMass(picture: Grey, box: Box): Point {
  let [mass, x, y] = [0, 0, 0];
  for (let row = box.top; row < box.top + box.height; row++) {
    for (let column = box.left; column < box.left + box.width; column++) {
      const ink = picture.data[row * picture.width + column] ?? 0;
      mass += ink;
      x += ink * (column + 0.5);
      y += ink * (row + 0.5);
    }
  }
  return { x: x / mass, y: y / mass };
}

/** A lopsided drawing is moved only as far as all of its ink stays on the 28 pixels. */
function keepInside(wanted: number, start: number, length: number, scale: number): number {
  const reach = SIDE / 2 / scale;
  return Math.min(start + reach, Math.max(start + length - reach, wanted));
}

/** Each new pixel is the mean of the picture over the area the pixel covers. */
function resample(picture: Grey, box: Box, middle: Point, scale: number): Ink {
  const pixels = new Uint8ClampedArray(SIDE * SIDE);
  const samples = Math.max(3, Math.ceil(2 / scale));
  for (let at = 0; at < pixels.length; at++) {
    let sum = 0;
    for (let sample = 0; sample < samples * samples; sample++) {
      const column = (at % SIDE) + ((sample % samples) + 0.5) / samples;
      const row = Math.floor(at / SIDE) + (Math.floor(sample / samples) + 0.5) / samples;
      sum += valueAt(
        picture,
        box,
        middle.x + (column - SIDE / 2) / scale,
        middle.y + (row - SIDE / 2) / scale,
      );
    }
    pixels[at] = sum / (samples * samples);
  }
  return pixels;
}

/** The grey value between pixels (bilinear); nothing outside the box counts. */
function valueAt(picture: Grey, box: Box, x: number, y: number): number {
  const column = Math.floor(x - 0.5);
  const row = Math.floor(y - 0.5);
  const [right, down] = [x - 0.5 - column, y - 0.5 - row];
  const value = (r: number, c: number): number =>
    r < box.top || r >= box.top + box.height || c < box.left || c >= box.left + box.width
      ? 0
      : (picture.data[r * picture.width + c] ?? 0);
  const upper = value(row, column) * (1 - right) + value(row, column + 1) * right;
  const lower = value(row + 1, column) * (1 - right) + value(row + 1, column + 1) * right;
  return upper * (1 - down) + lower * down;
}

/** What was done to the picture, in a sentence for the reader. */
export function describe({ box, scale, middle }: Centred, { fit, middle: point }: Framing): string {
  return (
    `Cropped to ${box.width} × ${box.height} pixels and scaled by ${scale.toPrecision(3)}, so that ` +
    `the longer side is ${fit}. The ${point}, at (${middle.x.toFixed(1)}, ${middle.y.toFixed(1)}), ` +
    `is moved to the middle of the ${SIDE} × ${SIDE} pixels.`
  );
}
