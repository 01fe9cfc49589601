import { expect, test } from 'vitest';
import { allLessons, type Lesson } from './read';

// Who has predicted an output learns more from it: the lessons that train ask first, with a folded answer, and then
// comes the cell that shows what happens.

const TRAINING = ['02', '04', '05', '06', '09', '11', '12', '19'];
const lessons = allLessons();
const training = lessons.filter(({ name }) => TRAINING.includes(name.slice(0, 2)));

const predictionsOf = ({ cells }: Lesson) =>
  cells.filter(({ source }) => source.startsWith('**Predict first.** '));

test.each(training.map((lesson) => [lesson.name, lesson] as const))(
  '%s asks for a prediction before an output that may surprise',
  (_, lesson) => expect(predictionsOf(lesson).length).toBeGreaterThan(0),
);

test('a prediction is a question with a folded answer, and the next code shows what happens', () => {
  for (const lesson of lessons) {
    for (const cell of predictionsOf(lesson)) {
      const [question = '', answer = ''] = cell.source.split('<details><summary>Answer</summary>');
      const below = lesson.cells.slice(lesson.cells.indexOf(cell) + 1);
      const next = below.find(({ kind }) => kind === 'code');
      expect(question, cell.where).toMatch(/[?.]\s*$/);
      expect(answer, cell.where).toMatch(/^\n\n[^]{20,}\n\n<\/details>$/);
      expect(next?.source, cell.where).toMatch(/\b(show|console\.log|await train)\(/);
    }
  }
});

test('whoever takes the shortest path meets the output that a prediction is about', () => {
  for (const { cells } of lessons) {
    cells.forEach((cell, at) => {
      if (!cell.source.startsWith('**Predict first.** ')) return;
      const next = cells.slice(at).find(({ kind }) => kind === 'code');
      const shortest = cell.tags.includes('essentials');
      if (shortest) expect(next?.tags, cell.where).toContain('essentials');
    });
  }
});
