import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { liveChart } from '../../src/show/live';
import { liveLine } from '../../src/kernel/live-line';
import { barChart } from './charts';
import { inTslab } from './kernel';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('in a notebook', () => {
  const sent = inTslab();
  const texts = () => sent.map(({ data }) => data['text/plain']);

  test('a line keeps one place in the output', () => {
    const line = liveLine();
    line.update('epoch 1');
    vi.advanceTimersByTime(300);
    line.update('epoch 2');
    line.finish('done');
    expect(texts()).toEqual(['epoch 1', 'epoch 2', 'done']);
    expect(sent.map(({ update }) => update)).toEqual([false, true, true]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  test('a line is rewritten at most five times a second, and its last text always comes', () => {
    const line = liveLine();
    for (let step = 0; step < 1000; step++) {
      line.update(`step ${step}`);
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(200);
    expect(sent.length).toBeGreaterThanOrEqual(5);
    expect(sent.length).toBeLessThanOrEqual(7);
    expect(texts().at(-1)).toBe('step 999');
  });

  test('what was finished does not change any more', () => {
    const line = liveLine();
    line.update('one');
    line.update('two');
    line.finish('the end');
    line.update('too late');
    vi.advanceTimersByTime(1000);
    expect(texts()).toEqual(['one', 'the end']);
  });

  test('a chart is redrawn in one place, at most twice a second, the last one always', () => {
    const chart = liveChart();
    for (let epoch = 1; epoch <= 30; epoch++) {
      chart.update(barChart([`epoch ${epoch}`]));
      vi.advanceTimersByTime(100);
    }
    chart.finish(barChart(['the last epoch']));
    expect(sent.length).toBeLessThanOrEqual(8);
    expect(texts().at(-1)).toBe('Bars for the last epoch');
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    // Its picture takes longest: only the chart that stays has one. JupyterLab makes none where there is a clear point.
    const pictures = sent.map(({ data }) => String(data['image/png']));
    expect(pictures.pop()?.length).toBeGreaterThan(1000);
    expect(new Set(pictures.map((picture) => picture.length))).toEqual(new Set([92]));
  });

  test('a chart of many epochs is redrawn less often, so that the browser keeps up', () => {
    const chart = liveChart();
    const names = Array.from({ length: 1000 }, (_, place) => `epoch ${place}`);
    for (let second = 1; second <= 10; second++) {
      chart.update(barChart(names));
      vi.advanceTimersByTime(1000);
    }
    expect(sent.length).toBeLessThan(6);
  });
});

describe('outside a notebook', () => {
  test('only the final words are printed', () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const line = liveLine();
    line.update('epoch 1');
    line.finish('20 epochs');
    const chart = liveChart();
    chart.update(barChart(['Coat']));
    chart.finish(barChart(['Bag']));
    vi.advanceTimersByTime(5000);
    expect(printed.mock.calls).toEqual([['20 epochs'], ['Bars for Bag']]);
    printed.mockRestore();
  });
});
