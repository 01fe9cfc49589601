import { expect, test } from 'vitest';
import { allLessons, codeOf, lessonsWithCode, type Lesson } from './read';

// A cell holds one idea: half of the course's have three lines at most. The appendix has programs, which are longer.

const lessons = allLessons().filter(({ name }) => lessonsWithCode().includes(name));

const linesOf = (lesson: Lesson) =>
  codeOf(lesson)
    .filter(({ tags }) => !tags.includes('solution'))
    .map(({ source }) => source.split('\n').filter((line) => line.trim()).length);

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

test('half of all cells have at most three lines', () => {
  expect(median(lessons.flatMap(linesOf))).toBeLessThanOrEqual(3);
});

test.each(lessons.map((lesson) => [lesson.name, lesson] as const))(
  'half of the cells of %s have at most four lines',
  (name, lesson) => {
    expect(median(linesOf(lesson))).toBeLessThanOrEqual(name === '22-appendix' ? 6 : 4);
  },
);
