import { describe, expect, test } from 'vitest';
import { imageAt, joinRows, pickRows, pixelAt, sliceRows } from '../../src/data/rows';
import { numberedImages, rowsIn } from './made';

const ten = numberedImages(10, 3);

describe('rows', () => {
  test.each([
    [2, 5, [2, 3, 4]],
    [7, undefined, [7, 8, 9]],
    [-3, undefined, [7, 8, 9]],
    [0, -8, [0, 1]],
    [4, 4, []],
  ])('from %s to %s', (start, end, rows) => {
    const part = sliceRows(ten, start, end);
    expect(rowsIn(part)).toEqual(rows);
    expect([...part.labels]).toEqual(rows);
  });

  test('can be picked in any order, and more than once', () => {
    const picked = pickRows(ten, [9, 0, 9]);
    expect(rowsIn(picked)).toEqual([9, 0, 9]);
    expect([...picked.labels]).toEqual([9, 0, 9]);
    expect([...imageAt(picked.images, 2).data]).toEqual([...imageAt(ten.images, 9).data]);
  });

  test('that are not there are refused', () => {
    for (const row of [10, -1, NaN]) {
      expect(() => pickRows(ten, [0, row])).toThrow(`There is no row ${row}; rows are 0 to 9.`);
    }
  });

  test('of two sets join one after the other', () => {
    const joined = joinRows(sliceRows(ten, 0, 2), sliceRows(ten, 8));
    expect(joined.images.shape).toEqual([4, 3, 3]);
    expect(rowsIn(joined)).toEqual([0, 1, 8, 9]);
  });

  test('of images of different size do not join', () => {
    expect(() => joinRows(ten, numberedImages(1))).toThrow('3 x 3 and of 2 x 2 cannot be joined');
    for (const shape of [[10, 3, 9] as const, [10, 9, 3] as const]) {
      const other = { images: { shape, data: new Uint8Array(270) }, labels: ten.labels };
      expect(() => joinRows(ten, other)).toThrow('cannot be joined');
    }
  });
});

describe('one pixel', () => {
  test('is found by image, row and column', () => {
    expect(pixelAt(ten.images, 4, 0, 0)).toBe(4);
    expect(pixelAt(ten.images, 0, 1, 2)).toBe((5 * 7) % 256);
  });

  test.each([
    [10, 0, 0, 'There is no image 10; images are 0 to 9.'],
    [-1, 0, 0, 'There is no image -1'],
    [0.5, 0, 0, 'There is no image 0.5'],
    [0, 1, -1, 'There is no pixel at row 1, column -1 of 3 x 3.'],
    [0, 0, 3, 'There is no pixel at row 0, column 3'],
    [0, 3, 0, 'There is no pixel at row 3, column 0'],
    [0, -1, 0, 'There is no pixel at row -1'],
  ])('image %s, row %s, column %s is refused', (image, row, column, message) => {
    expect(() => pixelAt(ten.images, image, row, column)).toThrow(message);
  });
});
