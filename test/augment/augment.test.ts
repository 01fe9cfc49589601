import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Images } from '../../src/data/dataset';
import { setSeed } from '../../src/random/random';
import { augment } from '../../src/augment/augment';
import { warpImage, type Warp } from '../../src/augment/warp';

interface KerasWarp {
  readonly theta: number;
  /** Keras calls it x, but it moves along the columns. */
  readonly tx: number;
  readonly ty: number;
  readonly zx: number;
  readonly zy: number;
  readonly greys: number[];
}

/** What Keras makes of an image of 12 x 12; written by scripts/golden/augment.py. */
const golden = JSON.parse(readFileSync(join(__dirname, 'golden', 'augment.json'), 'utf8')) as {
  image: number[];
  warped: KerasWarp[];
};

const stays: Warp = { turn: 0, right: 0, down: 0, zoomAcross: 1, zoomDown: 1 };

function warped(data: Uint8Array, rows: number, columns: number, warp: Warp): number[] {
  const target = new Uint8ClampedArray(data.length);
  warpImage({ data, rows, columns }, 0, warp, target);
  return Array.from(target);
}

/** One bright pixel in the middle of a dark image. */
function dot(size: number): Uint8Array {
  const data = new Uint8Array(size * size);
  data[(size * size - 1) / 2] = 200;
  return data;
}

describe('a warped image', () => {
  it.each(golden.warped)(
    'is that of Keras for theta $theta, tx $tx, ty $ty, zx $zx, zy $zy',
    ({ theta, tx, ty, zx, zy, greys }) => {
      const warp = { turn: theta, right: tx, down: ty, zoomAcross: zx, zoomDown: zy };
      const ours = warped(Uint8Array.from(golden.image), 12, 12, warp);
      // Half a grey level is lost in rounding, and a thousandth in the golden file.
      ours.forEach((grey, i) => expect(Math.abs(grey - (greys[i] ?? NaN))).toBeLessThan(0.502));
    },
  );

  it('is the same image if nothing is changed', () => {
    const data = Uint8Array.from({ length: 35 }, (_, i) => i * 7);
    expect(warped(data, 5, 7, stays)).toEqual(Array.from(data));
  });

  it('moves left when it takes its pixels from further right', () => {
    const row = (place: number) => Array.from({ length: 25 }, (_, i) => (i === place ? 200 : 0));
    expect(warped(dot(5), 5, 5, { ...stays, right: 1 })).toEqual(row(11));
    expect(warped(dot(5), 5, 5, { ...stays, down: 1 })).toEqual(row(7));
  });

  it('is filled with the nearest pixel beyond its edge', () => {
    const data = Uint8Array.of(10, 20, 30, 40, 50, 60, 70, 80, 90);
    const shifted = warped(data, 3, 3, { ...stays, right: 2 });
    expect(shifted).toEqual([30, 30, 30, 60, 60, 60, 90, 90, 90]);
  });
});

describe('augmented images', () => {
  const images: Images = {
    shape: [40, 12, 12],
    data: Uint8Array.from({ length: 40 * 144 }, (_, i) => golden.image[i % 144] ?? 0),
  };

  it('are the same for the same seed and round, whatever was drawn before', () => {
    setSeed(42);
    const first = augment(images, {}, 3);
    Math.random();
    augment(images, {}, 4);
    expect(augment(images, {}, 3)).toEqual(first);
  });

  it('are others for another round or another seed, and for each image', () => {
    setSeed(42);
    const first = augment(images, {}, 1);
    expect(first.shape).toEqual(images.shape);
    expect(augment(images, {}, 2).data).not.toEqual(first.data);
    setSeed(43);
    expect(augment(images, {}, 1).data).not.toEqual(first.data);
    expect(first.data.subarray(0, 144)).not.toEqual(first.data.subarray(144, 288));
  });

  it('stay as they are with everything switched off, and are never changed in place', () => {
    const before = images.data.slice();
    const off = { rotation: 0, zoom: 0, widthShift: 0, heightShift: 0 };
    expect(augment(images, off)).toEqual(images);
    augment(images);
    expect(images.data).toEqual(before);
  });

  it('move sideways only, and no further than allowed, with widthShift alone', () => {
    const dots: Images = { shape: [200, 11, 11], data: new Uint8Array(200 * 121) };
    for (let i = 0; i < 200; i++) dots.data.set(dot(11), i * 121);
    const moved = augment(dots, { rotation: 0, zoom: 0, heightShift: 0, widthShift: 0.2 });
    const columns = new Set<number>();
    moved.data.forEach((grey, i) => {
      if (grey === 0) return;
      expect(Math.floor((i % 121) / 11)).toBe(5);
      columns.add(i % 11);
    });
    // A fifth of 11 pixels is 2.2: the dot's light reaches at most 3 columns away.
    expect([...columns].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  it('are refused for shares that are none', () => {
    expect(() => augment(images, { zoom: 10 })).toThrow('zoom is a share of the image');
    expect(() => augment(images, { widthShift: -0.1 })).toThrow('widthShift is a share');
    expect(() => augment(images, { rotation: NaN })).toThrow('rotation is in degrees');
  });
});
