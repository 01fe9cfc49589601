import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Watch } from '../../../src/data/fetch/timeouts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const watching = () => new Watch({ answer: 300, window: 800, bytes: 100, resumes: 0 });
const reasonIn = ({ signal }: Watch) => (signal.reason as Error | undefined)?.message;

describe('a watch over a request', () => {
  test('ends it when no answer comes in time, not a moment earlier', () => {
    const watch = watching();
    vi.advanceTimersByTime(299);
    expect(watch.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(reasonIn(watch)).toBe('does not answer');
  });

  test('lets it go on while enough bytes come, window after window', () => {
    const watch = watching();
    watch.answered();
    for (let window = 0; window < 3; window++) {
      watch.count(40);
      watch.count(60);
      vi.advanceTimersByTime(800);
    }
    expect(watch.signal.aborted).toBe(false);
    watch.stop();
  });

  test('ends it when too few bytes come in one window, however many came before', () => {
    const watch = watching();
    watch.answered();
    watch.count(1000);
    vi.advanceTimersByTime(800);
    watch.count(99);
    vi.advanceTimersByTime(799);
    expect(watch.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(reasonIn(watch)).toBe('stalls: too few bytes come');
  });

  test('ends nothing once it has stopped', () => {
    const watches = [watching(), watching()];
    watches[1]?.answered();
    for (const watch of watches) watch.stop();
    vi.advanceTimersByTime(10_000);
    expect(watches.map(({ signal }) => signal.aborted)).toEqual([false, false]);
  });
});
