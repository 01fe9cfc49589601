import { expect, test } from 'vitest';
import { inkOf } from '../../handouts/browser/predictor/upload';

const grey = (width: number, ...data: number[]) => ({ width, height: data.length / width, data });

test('dark on a light ground is turned round and stretched to full ink', () => {
  const { picture, inverted } = inkOf(grey(3, 230, 230, 230, 230, 30, 230, 230, 230, 230));
  expect(inverted).toBe(true);
  expect([...Array.from(picture.data)]).toEqual([0, 0, 0, 0, 255, 0, 0, 0, 0]);
});

test('light on a dark ground keeps its sense', () => {
  const { picture, inverted } = inkOf(grey(3, 20, 20, 20, 20, 120, 20, 20, 20, 20));
  expect(inverted).toBe(false);
  expect(picture.data[4]).toBe(255);
});

test('a picture of one colour holds no ink, whatever its noise', () => {
  const { picture } = inkOf(grey(3, 200, 203, 200, 198, 205, 200, 200, 201, 199));
  expect(Math.max(...Array.from(picture.data))).toBe(0);
});
