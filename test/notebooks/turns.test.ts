import { describe, expect, test } from 'vitest';
import { solutionIn, turnIn } from '../../scripts/turns.mjs';
import { turns } from '../../src/lesson/turns';
import { allLessons, codeOf, type Cell, type Lesson } from './read';

// Where it is the learner's turn, a cell tagged `turn` holds `todo` and ends in `yourTurn(id, …)`; the cell below it
// is the solution, in words and code. Whatever executes a lesson with its checks runs the solutions too.

const turnsOf = (lesson: Lesson): Cell[] =>
  codeOf(lesson).filter(({ tags }) => tags.includes('turn'));
const lessons = allLessons().filter((lesson) => turnsOf(lesson).length > 0);

test('every turn of the library stands in a lesson, once', () => {
  const used = lessons.flatMap((lesson) => turnsOf(lesson).map(({ source }) => turnIn(source)));
  expect(used.sort()).toEqual(Object.keys(turns).sort());
});

describe.each(lessons.map((lesson) => [lesson.name, lesson] as const))('%s', (name, lesson) => {
  test('gives the learner at least eight turns, each open, with its solution folded below', () => {
    const cells = turnsOf(lesson);
    expect(cells.length).toBeGreaterThanOrEqual(8);
    cells.forEach((cell, at) => {
      const id = `${Number(name.slice(0, 2))}.${at + 1}`;
      const place = lesson.cells.indexOf(cell);
      const [before, after] = [lesson.cells[place - 1]!, lesson.cells[place + 1]!];
      expect(cell.source, cell.where).toMatch(/\btodo;$/m);
      expect(turnIn(cell.source), cell.where).toBe(id);
      expect(before.source, cell.where).toContain(`**Your turn ${id}.** `);
      expect(after.source, cell.where).toContain(`<summary>Solution ${id}</summary>`);
      expect(solutionIn(after.source), cell.where).toBeDefined();
    });
  });

  test('uses nothing later that a turn declares: it may be left open', () => {
    for (const cell of turnsOf(lesson)) {
      const own = /^(?:const|function) (\w+)/m.exec(cell.source)?.[1] ?? '';
      const later = codeOf(lesson).filter((other) => other !== cell);
      const used = later.filter(({ source }) => new RegExp(`(?<![.\\w])${own}\\b`).test(source));
      expect(
        used.map(({ where }) => where),
        `${cell.where}: ${own}`,
      ).toEqual([]);
    }
  });
});
