import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publicNames, root } from './names';

const LISTS = ['src/index.ts', 'src/charts.ts'].map((path) => join(root, path));

/** What fits on a screen at a size that can be read. */
const SCREEN = { lines: 60, columns: 100 };

const names = publicNames();

describe('the public list', () => {
  test.each(LISTS)('%s fits on a screen', (path) => {
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(SCREEN.lines);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(SCREEN.columns);
  });

  test('says of every name and type what it is', () => {
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter(({ comment }) => comment === '').map(({ name }) => name)).toEqual([]);
  });

  test('names every chart by what it shows and in which form', () => {
    const charts = names.filter(({ gives }) => gives === 'Chart').map(({ name }) => name);
    expect(charts.length).toBeGreaterThan(25);
    const pattern = /^(picture|[a-z][A-Za-z]*(Grid|Bars|Curves|Lines|Panels|Drawing|Slider))$/;
    expect(charts.filter((name) => !pattern.test(name))).toEqual([]);
  });

  test('holds nothing that no lesson uses', () => {
    const lessons = codeOfLessons();
    const unused = names.filter(
      ({ name, isType }) => !isType && !new RegExp(`\\b${name}\\b`).test(lessons),
    );
    // A program of one's own has no cell to show a chart in.
    expect(unused.map(({ name }) => name)).toEqual(['saveChart']);
  });
});

function codeOfLessons(): string {
  const folder = join(root, 'notebooks');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));
  interface Notebook {
    readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
  }
  return files
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Notebook)
    .flatMap(({ cells }) => cells.filter((cell) => cell.cell_type === 'code'))
    .map(({ source }) => source.join(''))
    .join('\n');
}
