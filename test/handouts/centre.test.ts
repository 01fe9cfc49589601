import { describe, expect, test } from 'vitest';
import {
  centre,
  describe as inWords,
  framings,
  type Centred,
  type Grey,
} from '../../handouts/browser/predictor/centre';
import { blank, stroke } from '../../handouts/browser/predictor/ink';

/** A picture with one rectangle of ink. */
function rectangle(
  size: number,
  { left = 0, top = 0, width = 1, height = 1 },
): Grey & { data: Float32Array } {
  const data = new Float32Array(size * size);
  for (let row = top; row < top + height; row++) {
    data.fill(255, row * size + left, row * size + left + width);
  }
  return { width: size, height: size, data };
}

function centred(picture: Grey, name: keyof typeof framings): Centred {
  const result = centre(picture, framings[name]);
  if (result === undefined) throw new Error('nothing was centred');
  return result;
}

/** Rows or columns of the result that hold ink. */
function extent(pixels: Uint8ClampedArray, of: 'rows' | 'columns'): number[] {
  const inked = new Set<number>();
  pixels.forEach((value, at) => {
    if (value > 20) inked.add(of === 'rows' ? Math.floor(at / 28) : at % 28);
  });
  return [...inked].sort((a, b) => a - b);
}

function centreOfMass(pixels: Uint8ClampedArray): [number, number] {
  const mass = pixels.reduce((sum, value) => sum + value, 0);
  const x = pixels.reduce((sum, value, at) => sum + value * ((at % 28) + 0.5), 0);
  const y = pixels.reduce((sum, value, at) => sum + value * (Math.floor(at / 28) + 0.5), 0);
  return [x / mass, y / mass];
}

describe('a digit is framed as MNIST frames its digits', () => {
  test('its longer side becomes 20 of the 28 pixels, whatever its size', () => {
    for (const [size, height] of [
      [28, 10],
      [28, 26],
      [300, 200],
    ] as const) {
      const drawn = rectangle(size, { left: 1, top: 1, width: 4, height });
      const rows = extent(centred(drawn, 'MNIST').pixels, 'rows');
      expect(rows.length, `${height} of ${size}`).toBeGreaterThanOrEqual(20);
      expect(rows.length, `${height} of ${size}`).toBeLessThanOrEqual(22);
    }
  });

  test('its centre of mass stands in the middle, wherever it was drawn', () => {
    const ink = blank();
    stroke(ink, { x: 3, y: 3 }, { x: 9, y: 3 }, 1);
    stroke(ink, { x: 9, y: 3 }, { x: 6, y: 12 }, 1);
    const { pixels } = centred({ width: 28, height: 28, data: ink }, 'MNIST');
    const [x, y] = centreOfMass(pixels);
    expect(x).toBeCloseTo(14, 0);
    expect(y).toBeCloseTo(14, 0);
  });

  test('no ink is lost where the mass lies at one end', () => {
    const lopsided = rectangle(280, { left: 10, top: 10, width: 100, height: 20 });
    for (let row = 30; row < 270; row++) lopsided.data.fill(255, row * 280 + 10, row * 280 + 14);
    const rows = extent(centred(lopsided, 'MNIST').pixels, 'rows');
    expect(rows.length).toBeGreaterThanOrEqual(19);
  });

  test('black stays black and white white', () => {
    const { pixels } = centred(rectangle(28, { left: 8, top: 8, width: 9, height: 9 }), 'MNIST');
    expect(pixels[14 * 28 + 14]).toBe(255);
    expect(pixels[0]).toBe(0);
  });
});

test('clothes fill the frame and stand with the middle of their box in its middle', () => {
  const shoe = rectangle(28, { left: 2, top: 15, width: 14, height: 6 });
  const { pixels } = centred(shoe, 'Fashion-MNIST');
  expect(extent(pixels, 'columns')).toHaveLength(28);
  const rows = extent(pixels, 'rows');
  expect((rows[0] ?? 0) + (rows.at(-1) ?? 0)).toBe(27);
});

test('an empty pad gives nothing to guess', () => {
  expect(centre({ width: 28, height: 28, data: blank() }, framings.MNIST)).toBeUndefined();
});

test('the reader is told what was cropped, scaled and moved', () => {
  const picture = rectangle(100, { left: 20, top: 30, width: 10, height: 40 });
  const told = inWords(centred(picture, 'MNIST'), framings.MNIST);
  expect(told).toContain('Cropped to 10 × 40 pixels');
  expect(told).toContain('scaled by 0.500');
  expect(told).toContain('centre of mass, at (25.0, 50.0)');
});
