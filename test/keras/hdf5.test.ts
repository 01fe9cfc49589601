import { describe, expect, test } from 'vitest';
import { readHdf5, writeHdf5, type Arrays } from '../../src/keras/hdf5';

const arrays = (...values: number[]): Arrays =>
  new Map([['layers/dense/vars/0', { shape: [values.length], data: Float32Array.from(values) }]]);

describe('HDF5', () => {
  test('gives arrays back as they were written, and has groups that hold nothing', async () => {
    const bytes = await writeHdf5(arrays(1, 2.5), ['layers/lonely/vars']);
    expect(await readHdf5(bytes)).toEqual(arrays(1, 2.5));
    expect(Buffer.from(bytes).includes('lonely')).toBe(true);
  });

  test('answers what is asked at once one after the other, each with its own', async () => {
    const written = await Promise.all([1, 2, 3].map((value) => writeHdf5(arrays(value), [])));
    const read = await Promise.all(written.map(readHdf5));
    expect(read).toEqual([arrays(1), arrays(2), arrays(3)]);
  });

  test('reads on after a bad file, also what was asked while that was read', async () => {
    const good = await writeHdf5(arrays(7), []);
    const bad = new Uint8Array(good.length);
    for (let round = 0; round < 2; round++) {
      const [refused, read] = await Promise.allSettled([readHdf5(bad), readHdf5(good)]);
      expect(refused.status).toBe('rejected');
      expect(read).toEqual({ status: 'fulfilled', value: arrays(7) });
    }
  });
});
