import pl from 'nodejs-polars';
import { describe, expect, test, vi } from 'vitest';
import { show, type Showable } from '../../src/show/show';
import { barChart } from './charts';
import { inTslab } from './kernel';

const chart = barChart(['T-shirt/top', 'Ankle boot']);
const table = { title: 'Layers', columns: ['layer'], rows: [['dense']] };

describe('in a notebook', () => {
  const sent = inTslab();

  test('a chart goes out as Vega-Lite, PNG and alt text, and not as HTML', () => {
    show(chart);
    expect(sent).toHaveLength(1);
    expect(Object.keys(sent[0]?.data ?? {}).sort()).toEqual([
      'application/vnd.vegalite.v5+json',
      'image/png',
      'text/plain',
    ]);
    expect(sent[0]?.data['application/vnd.vegalite.v5+json']).toBe(chart);
    expect(sent[0]?.data['text/plain']).toBe(chart.description);
  });

  test('the picture says how large it is and what is on it', () => {
    show(chart);
    const picture = sent[0]?.metadata['image/png'] as { width: number; height: number };
    expect(picture).toMatchObject({ alt: chart.description });
    expect(picture.width).toBeGreaterThan(200);
    expect(picture.height).toBeGreaterThan(40);
  });

  test('a chart is there when `show` returns: nothing has to be awaited', () => {
    expect(show(chart)).toBeUndefined();
    expect(sent).toHaveLength(1);
  });

  test('a table goes out as HTML and as text', () => {
    show(table);
    expect(sent[0]?.data['text/html']).toContain('<caption>Layers</caption>');
    expect(sent[0]?.data['text/plain']).toContain('Layers\nlayer\n');
  });

  test('a Polars data frame goes out as a table, even if a column is called "questions"', () => {
    show(pl.DataFrame({ questions: [1, 2], html: ['<b>', '</b>'] }));
    expect(sent[0]?.data['text/html']).toContain('2 rows × 2 columns');
    expect(sent[0]?.data['text/html']).toContain('&lt;b&gt;');
  });

  test('HTML goes out as it is, with its text', () => {
    show({ html: '<p>Draw a digit.</p>', text: 'A pad to draw on' });
    expect(sent[0]?.data).toEqual({
      'text/html': '<p>Draw a digit.</p>',
      'text/plain': 'A pad to draw on',
    });
  });

  test('each call has a place of its own', () => {
    show(table);
    show(table);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
    expect(sent.every(({ update }) => !update)).toBe(true);
  });

  test('a chart that cannot be drawn stops the cell', () => {
    expect(() => show({ ...chart, mark: 'no such mark' })).toThrow();
    expect(sent).toEqual([]);
  });
});

describe('outside a notebook', () => {
  test.each([
    ['a chart', chart, chart.description],
    ['a table', table, 'Layers\nlayer\n-----\ndense'],
    ['HTML', { html: '<p>x</p>', text: 'x' }, 'x'],
  ])('%s is printed as text', (_, thing, text) => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    show(thing);
    expect(printed.mock.calls).toEqual([[text]]);
    printed.mockRestore();
  });
});

test.each([
  [undefined, 'undefined'],
  [Promise.resolve(chart), 'Promise'],
  [5, 'Number'],
  [{ $schema: 'x' }, 'Object'],
])('what cannot be shown is named: %o', (thing, name) => {
  expect(() => show(thing as unknown as Showable)).toThrow(`but ${name}; is an await missing?`);
});
