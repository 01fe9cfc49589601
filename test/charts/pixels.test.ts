import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { greyUrl, paletteUrl, rgbUrl } from '../../src/charts/pixels';

/** The picture as another reader of PNGs sees it. */
function read(url: string): PNG {
  expect(url.startsWith('data:image/png;base64,')).toBe(true);
  return PNG.sync.read(Buffer.from(url.split(',')[1] ?? '', 'base64'));
}

const picture = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .chain(([width, height]) =>
    fc.record({
      width: fc.constant(width),
      values: fc.uint8Array({ minLength: 3 * width * height, maxLength: 3 * width * height }),
    }),
  );

test('grey values come back as they were, with no transparency', () => {
  fc.assert(
    fc.property(picture, ({ width, values }) => {
      const grey = values.subarray(0, values.length / 3);
      const png = read(greyUrl(grey, width));
      expect(png.width).toBe(width);
      expect([...png.data]).toEqual([...grey].flatMap((value) => [value, value, value, 255]));
    }),
    { numRuns: 50 },
  );
});

test('colours come back as they were', () => {
  fc.assert(
    fc.property(picture, ({ width, values }) => {
      const png = read(rgbUrl(values, width));
      expect([...png.data].filter((_, place) => place % 4 !== 3)).toEqual([...values]);
    }),
    { numRuns: 50 },
  );
});

test('a palette gives each number its colour', () => {
  const png = read(
    paletteUrl(Uint8Array.of(0, 1, 2, 1), 2, [
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
    ]),
  );
  const colours = [0, 4, 8, 12].map((at) => [...png.data.subarray(at, at + 3)]);
  expect(colours).toEqual([
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [0, 255, 0],
  ]);
});

test('rows that repeat the one above come back, too, and weigh next to nothing', () => {
  const row = Uint8Array.from({ length: 300 }, (_, at) => (at * at) % 251);
  const twice = Uint8Array.from([...row, ...row, ...row.map((value) => 255 - value)]);
  const png = read(greyUrl(twice, 300));
  expect([...png.data].filter((_, place) => place % 4 === 0)).toEqual([...twice]);
  const filters = inflateSync(idatOf(greyUrl(twice, 300))).filter((_, at) => at % 301 === 0);
  expect([...filters]).toEqual([0, 2, 0]);
});

/** The packed rows of a PNG that has them in one chunk, after a head of 8 + 25 bytes. */
function idatOf(url: string): Buffer {
  const bytes = Buffer.from(url.split(',')[1] ?? '', 'base64');
  return bytes.subarray(41, 41 + bytes.readUInt32BE(33));
}
