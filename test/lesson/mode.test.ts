import { afterEach, describe, expect, test, vi } from 'vitest';
import { byMode, lessonMode } from '../../src/lesson/mode';
import type { Dataset } from '../../src/data/dataset';

const whole = { complete: true } as Dataset;
const sample = { complete: false } as Dataset;

describe('the mode of a lesson', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('is full unless something is asked for', () => {
    vi.stubEnv('NNLAB_QUICK', '');
    expect(lessonMode()).toBe('full');
    expect(lessonMode(whole)).toBe('full');
  });

  test('is quick when NNLAB_QUICK=1', () => {
    vi.stubEnv('NNLAB_QUICK', '1');
    expect(byMode({ full: 20, quick: 3 }, whole)).toBe(3);
    expect(byMode({ full: 20, sample: 8 }, whole)).toBe(20);
  });

  test('is sample whenever only the sample was found, quick or not', () => {
    vi.stubEnv('NNLAB_QUICK', '1');
    expect(byMode({ full: 20, quick: 3, sample: 8 }, sample)).toBe(8);
  });

  test('takes for the sample, where it has no value of its own, that of quick mode if asked', () => {
    vi.stubEnv('NNLAB_QUICK', '1');
    expect(byMode({ full: 20, quick: 3 }, sample)).toBe(3);
    vi.stubEnv('NNLAB_QUICK', '');
    expect(byMode({ full: 20, quick: 3 }, sample)).toBe(20);
  });
});
