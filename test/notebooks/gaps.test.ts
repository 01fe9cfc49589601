import { describe, expect, test } from 'vitest';
import { withChecks } from '../../scripts/checks.mjs';
import { executeCopy, filled } from './copies';
import { allLessons, codeOf, gapsOf, solutionOf, type Lesson } from './read';

// An assignment leaves gaps, and another lesson fills them: a cell tagged `gap:rows` is filled by
// the cells tagged `fills:rows`, and nothing else in the assignment needs to change.

const lessons = allLessons();
const assignments = lessons.filter((lesson) => gapsOf(lesson).length > 0);

const tagged = (lesson: Lesson | undefined, start: string) =>
  (lesson ? codeOf(lesson) : []).flatMap(({ tags }) =>
    tags.filter((tag) => tag.startsWith(start)).map((tag) => tag.slice(start.length)),
  );

/** The column `points` of the table that ends in a sum. */
function pointsInTable(lesson: Lesson | undefined): number {
  const table = lesson?.cells.find(({ source }) => source.includes('| **Sum**'))?.source ?? '';
  const rows = table.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  const column = cells[0]?.indexOf('points') ?? -1;
  return cells.reduce((sum, row) => sum + (Number(row[column]) || 0), 0);
}

test('there is one assignment', () => {
  expect(assignments.map(({ name }) => name)).toEqual(['15-digit-assignment']);
});

describe.each(assignments.map((lesson) => [lesson.name, lesson] as const))('%s', (name, lesson) => {
  const solution = lessons.find((one) => one.name === solutionOf(name));
  const names = tagged(lesson, 'gap:');

  test('has one gap in each cell that is tagged so, and says what is missing there', () => {
    const gaps = gapsOf(lesson);
    expect(gaps.map(({ cell }) => cell)).toEqual(
      codeOf(lesson).filter(({ tags }) => tags.some((tag) => tag.startsWith('gap:'))),
    );
    expect(codeOf(lesson).filter(({ source }) => /\bgap\(/.test(source))).toHaveLength(gaps.length);
    for (const { missing, help, cell } of gaps) {
      expect(missing.length, cell.where).toBeGreaterThan(10);
      const text = lesson.cells.map(({ source }) => source).join('\n');
      expect(text, `${cell.where}: ${help}`).toMatch(new RegExp(`^#+ ${help}\\b`, 'm'));
    }
  });

  test('has a check below each gap, with points, and a word of its own for each text', () => {
    expect(tagged(lesson, 'checks:')).toEqual([...names, 'once']);
    const checks = lesson.cells.filter(({ tags }) =>
      tags.some((tag) => /^(checks|words):/.test(tag)),
    );
    for (const { tags, where } of checks) {
      expect(
        tags.filter((tag) => /^points:[1-9]$/.test(tag)),
        where,
      ).toHaveLength(1);
    }
  });

  test('has the points of its table, and so has the solution', () => {
    const points = lesson.cells.flatMap(({ tags }) =>
      tags.filter((tag) => tag.startsWith('points:')),
    );
    const sum = points.reduce((total, tag) => total + Number(tag.slice('points:'.length)), 0);
    for (const one of [lesson, solution]) expect(pointsInTable(one), one?.name).toBe(sum);
    expect(sum).toBe(20);
  });

  test('has a solution that fills every gap, each once, and leaves none', () => {
    expect(new Set(names).size).toBe(names.length);
    expect([...new Set(tagged(solution, 'fills:'))]).toEqual(names);
    expect(solution && gapsOf(solution)).toEqual([]);
  });

  test('runs to its end when its gaps are filled', async () => {
    const notebook = withChecks(filled(name, solution?.name), name);
    const { report, lesson: run } = await executeCopy('gaps', name, notebook, 'quick');
    expect(report).toMatchObject({
      error: null,
      gap: null,
      stderr: [],
      rejections: [],
      failed: [],
    });
    for (const cell of codeOf(run)) expect(cell.executed, cell.where).toBe(true);
  }, 180_000);
});
