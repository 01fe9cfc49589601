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
