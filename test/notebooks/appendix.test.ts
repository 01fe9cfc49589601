import { expect, test } from 'vitest';
import { checksOf } from '../../scripts/checks.mjs';
import { allLessons, codeOf } from './read';

// The appendix trains the networks of all lessons and expects of each what its lesson expects.
const lessons = allLessons();
const codeOfLesson = (number: string) =>
  lessons
    .filter(({ name }) => name.startsWith(`${number.padStart(2, '0')}-`))
    .flatMap((lesson) => [
      ...codeOf(lesson).map(({ source }) => source),
      ...checksOf(lesson.name).after.values(),
    ])
    .join('\n');

/** The whole-run band of each line of the table: `'8, 10': { full: [0.867, 0.897], …`. */
const quoted = [
  ...codeOfLesson('22').matchAll(/^ {2}'([\d, ]+)': \{ (full: \[[\d., ]+\])/gm),
].flatMap(([, names = '', band = '']) => (names === '15, 16' ? [] : [{ names, band }]));

test('the appendix quotes the bands of eight lines of its table', () => {
  expect(quoted).toHaveLength(8);
});

test.each(quoted)('lesson $names expects $band itself', ({ names, band }) => {
  const holders = names.split(', ').filter((name) => codeOfLesson(name).includes(band));
  expect(holders).not.toEqual([]);
});
