import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allLessons, folder } from './read';

const [index, ...lessons] = allLessons();
const lists = {
  'the index notebook': index?.cells.map(({ source }) => source).join('\n') ?? '',
  'the README': readFileSync(join(folder, '..', 'README.md'), 'utf8'),
};

describe.each(Object.entries(lists))('%s', (_, text) => {
  test.each(lessons.map((lesson) => [lesson.name, lesson] as const))(
    'names %s with its minutes',
    (name, { metadata }) => {
      const row = text.split('\n').find((line) => line.includes(`${name}.ipynb)`)) ?? '';
      expect(row.split('|').at(-2)?.trim()).toBe(String(metadata['minutes']));
    },
  );
});

test('the minutes of the ways through are those of their lessons', () => {
  const text = index?.cells.map(({ source }) => source).join('\n') ?? '';
  const ways = [...text.matchAll(/^- \*\*.+?\*\* \(([\d,]+) minutes\): ([^]*?)(?=\n- |\n\n)/gm)];
  const minutesOf = (names: readonly string[]) =>
    lessons
      .filter(({ name }) => names.includes(name))
      .reduce((sum, { metadata }) => sum + Number(metadata['minutes']), 0);
  const forLearners = lessons
    .map(({ name }) => name)
    .filter((name) => Number(name.slice(0, 2)) <= 22 && !name.endsWith('-agenda'));
  const found = ways.map(([, minutes = '', way = '']) => {
    const linked = [...way.matchAll(/\((\d\d-[\w-]+)\.ipynb\)/g)];
    const names = linked.map(([, name = '']) => name);
    return [minutes, minutesOf(names.length > 0 ? names : forLearners).toLocaleString('en')];
  });
  expect(found).toHaveLength(3);
  for (const [said, summed] of found) expect(said).toBe(summed);
});
