import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paletteOf } from '../../src/render/palette';

/** The grey values of a picture made of palette colours. */
function unpack(rgba: Uint8Array) {
  const palette = paletteOf(rgba);
  return palette && Array.from(palette.values, (value) => palette.colours[value]);
}

const grey = (values: readonly number[]) => Uint8Array.from(values.flatMap((v) => [v, v, v, 255]));

test('up to 256 colours are kept as they are', () => {
  const all = Array.from({ length: 256 }, (_, value) => value);
  expect(unpack(grey(all))).toEqual(all.map((value) => [value, value, value]));
});

test('with more colours, no value moves by more than an eye sees', () => {
  const pixel = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
  const all = Array.from({ length: 256 }, (_, value) => [value, value, value, 255]);
  fc.assert(
    fc.property(fc.array(pixel, { minLength: 1, maxLength: 30 }), (colours) => {
      const pixels = [...all, ...colours.map((colour) => [...colour, 255])];
      const shown = unpack(Uint8Array.from(pixels.flat()));
      pixels.forEach((colour, at) =>
        shown?.[at]?.forEach((value, channel) =>
          expect(Math.abs(value - (colour[channel] ?? 0))).toBeLessThanOrEqual(4),
        ),
      );
      expect(shown).not.toBeNull();
    }),
  );
});

test('white stays white and black stays black', () => {
  const many = Array.from({ length: 300 }, (_, at) => [at % 256, (at * 7) % 256, 9, 255]);
  const shown = unpack(Uint8Array.from([...many, [255, 255, 255, 255], [0, 0, 0, 255]].flat()));
  expect(shown?.slice(-2)).toEqual([
    [255, 255, 255],
    [0, 0, 0],
  ]);
});
