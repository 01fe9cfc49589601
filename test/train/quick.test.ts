import { afterEach, expect, test, vi } from 'vitest';
import { lastEpoch } from '../../src/train/quick';

afterEach(() => vi.unstubAllEnvs());

test('every epoch is run unless quick mode is asked for', () => {
  vi.stubEnv('NNLAB_QUICK', '');
  expect(lastEpoch(20, 0, 54_000)).toBe(20);
});

test('in quick mode a long training takes a quarter of its epochs, rounded up', () => {
  vi.stubEnv('NNLAB_QUICK', '1');
  expect(lastEpoch(20, 0, 54_000)).toBe(5);
  expect(lastEpoch(5, 0, 60_000)).toBe(2);
});

test('one that goes on takes a quarter of those that are left', () => {
  vi.stubEnv('NNLAB_QUICK', '1');
  expect(lastEpoch(30, 10, 54_000)).toBe(15);
});

test('a short training is run whole in quick mode, too', () => {
  vi.stubEnv('NNLAB_QUICK', '1');
  expect(lastEpoch(200, 0, 4)).toBe(200);
});
