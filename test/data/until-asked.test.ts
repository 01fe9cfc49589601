import { expect, test, vi } from 'vitest';
import { arrayBytes } from '../clear-away';
import { disposeExamples, toTensors } from '../../src/data/tensors';
import { untilAsked } from '../../src/data/until-asked';

// Pixels that nobody has asked for need no memory, and are there as soon as somebody does.

const SIZE = 50_000_000;
const pixels = () => new Uint8Array(SIZE).fill(7);

const made = (read: () => Uint8Array) => untilAsked({ shape: [SIZE, 1, 1], data: pixels() }, read);

test('pixels are cleared away until they are asked for, then read once, and stay', async () => {
  const before = await arrayBytes();
  const read = vi.fn(pixels);
  const images = made(read);
  expect((await arrayBytes()) - before).toBeLessThan(SIZE / 2);
  const { data } = images;
  expect([data.length, data[SIZE - 1]]).toEqual([SIZE, 7]);
  expect(await arrayBytes()).toBeGreaterThan(before + SIZE / 2);
  expect(images.data).toBe(data);
  expect(read).toHaveBeenCalledTimes(1);
});

test('what is asked for at once is not read again, and keeps what is written into it', async () => {
  const read = vi.fn(pixels);
  const images = made(read);
  images.data[3] = 9;
  await arrayBytes();
  expect(images.data[3]).toBe(9);
  expect(read).not.toHaveBeenCalled();
});

test('tensors made of them do not ask, and the pixels go again', async () => {
  const images = untilAsked({ shape: [SIZE / 1000, 1000, 1], data: pixels() }, pixels);
  const before = await arrayBytes();
  disposeExamples(toTensors({ images, labels: new Uint8Array(SIZE / 1000) }));
  expect((await arrayBytes()) - before).toBeLessThan(SIZE / 2);
  const { data } = images;
  expect((await arrayBytes()) - before).toBeGreaterThan(SIZE / 2);
  // Named after the measurement, or they may be cleared away before it.
  expect([data.length, data.at(-1)]).toEqual([SIZE, 7]);
});
