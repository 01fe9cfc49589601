import { describe, expect, test } from 'vitest';
import { type Table, tableText } from '../../src/results/table';
import { tableHtml } from '../../src/show/table-html';

const layers: Table = {
  title: 'The network',
  columns: ['layer', 'parameters', 'share'],
  rows: [
    ['dense', 100480, 0.9873],
    ['dense_1', 1290, 0.013],
  ],
  note: 'Total: 101,770',
};

describe('as text', () => {
  test('columns stand below their headings, numbers flush right with commas', () => {
    expect(tableText(layers).split('\n')).toEqual([
      'The network',
      'layer    parameters   share',
      '-------  ----------  ------',
      'dense       100,480  0.9873',
      'dense_1       1,290  0.0130',
      'Total: 101,770',
    ]);
  });

  test('a table without rows shows its columns', () => {
    expect(tableText({ columns: ['a', 'b'], rows: [] })).toBe('a  b\n-  -');
  });
});

describe('numbers', () => {
  const column = (...cells: (string | number)[]) =>
    tableText({ columns: ['n'], rows: cells.map((cell) => [cell]) })
      .split('\n')
      .slice(2)
      .map((line) => line.trim());

  test('whole numbers stay whole', () => {
    expect(column(9, 0, 28)).toEqual(['9', '0', '28']);
  });

  test('decimals are as many as the column needs, four at most', () => {
    expect(column(0.895, 0.9, 1)).toEqual(['0.895', '0.900', '1.000']);
    expect(column(1 / 3)).toEqual(['0.3333']);
  });

  test('very small numbers do not become zero', () => {
    expect(column(0.00001, 0.5)).toEqual(['0.000010', '0.5']);
    expect(column(1e-9)).toEqual(['1.0e-9']);
  });

  test('what is no number is said', () => {
    expect(column(NaN, Infinity, 2)).toEqual(['NaN', 'Infinity', '2']);
  });

  test('percentages and seconds written by the caller count as numbers, words do not', () => {
    const html = (cell: string) => tableHtml({ columns: ['n'], rows: [[cell]] });
    for (const cell of ['97 %', '0.9 s', '±0.003', '1,290'])
      expect(html(cell)).toContain('right">' + cell);
    for (const cell of ['7 epochs', 'Coat', '28x28']) expect(html(cell)).toContain('left">' + cell);
  });
});

describe('as HTML', () => {
  const html = tableHtml(layers);

  test('has a caption, and headings that say what they head', () => {
    expect(html).toContain('<caption>The network</caption>');
    expect(html.match(/<th scope="col"/g)).toHaveLength(3);
    expect(html).toContain('<p>Total: 101,770</p>');
  });

  test('leaves colours to the theme, so that it can be read in each', () => {
    expect(html).not.toMatch(/color|background|class=/);
  });

  test('shows what it is given and never runs it', () => {
    const evil = '<img src=x onerror="alert(1)">&';
    const table = tableHtml({ title: evil, columns: [evil], rows: [[evil]], note: evil });
    expect(table).not.toContain('<img');
    expect(table.split('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;')).toHaveLength(5);
  });
});
