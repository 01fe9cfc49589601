import { describe, expect, test } from 'vitest';
import { turns } from '../../src/lesson/turns';
import { executeCopy, readNotebook, sourceOf, type Notebook, type RawCell } from './copies';
import { allLessons, codeOf, type Cell, type Lesson } from './read';

// Where it is the learner's turn, a cell tagged `turn` holds `todo` and ends in `yourTurn(id, …)`; the cell below it
// is the solution, in words and code. Both must hold: the solution is right, and another answer is told why not.

const CALL = /^yourTurn\('([\d.]+)', [^]*\);$/m;
const idOf = ({ source }: { readonly source: string }): string => CALL.exec(source)?.[1] ?? '';
const turnsOf = (lesson: Lesson): Cell[] =>
  codeOf(lesson).filter(({ tags }) => tags.includes('turn'));
const lessons = allLessons().filter((lesson) => turnsOf(lesson).length > 0);

/** The code of the solution that stands below a turn. */
const solutionIn = (text: string): string | undefined => /```ts\n([^]*?)\n```/.exec(text)?.[1];

/** The lesson with every turn taken: `answer` makes the cell's code of what stands there and the solution. */
function taken(name: string, answer: (code: string, solution: string) => string): Notebook {
  const { cells, ...rest } = readNotebook(name);
  const filled = cells.map((cell, at): RawCell => {
    if (!cell.metadata.tags?.includes('turn')) return cell;
    return { ...cell, source: answer(sourceOf(cell), solutionIn(sourceOf(cells[at + 1]!)) ?? '') };
  });
  return { ...rest, cells: filled };
}

/** The cell's imports and its last line, and the solution between them. */
const solved = (code: string, solution: string): string =>
  [...code.matchAll(/^import [^;]*;$/gm), [solution], CALL.exec(code)].flat().join('\n');

const wrong = (code: string): string => code.replace(/\btodo;$/gm, '-1 as never;');

/** What stands below each turn once the lesson has run. */
async function saidIn(name: string, kind: string, notebook: Notebook): Promise<string[]> {
  const { report, lesson } = await executeCopy('turns', `${name}-${kind}`, notebook, 'sample');
  expect(report).toMatchObject({ error: null, stderr: [], rejections: [] });
  return turnsOf(lesson).map(({ outputs }) =>
    outputs.map(({ text }) => [text ?? ''].flat().join('')).join(''),
  );
}

test('every turn of the library stands in a lesson, once', () => {
  const used = lessons.flatMap((lesson) => turnsOf(lesson).map(idOf));
  expect(used.sort()).toEqual(Object.keys(turns).sort());
});

describe.each(lessons.map((lesson) => [lesson.name, lesson] as const))('%s', (name, lesson) => {
  test('gives the learner at least eight turns, each open, with its solution folded below', () => {
    const cells = turnsOf(lesson);
    expect(cells.length).toBeGreaterThanOrEqual(8);
    cells.forEach((cell, at) => {
      const after = lesson.cells[lesson.cells.indexOf(cell) + 1]!;
      expect(cell.source, cell.where).toMatch(/\btodo;$/m);
      expect(idOf(cell), cell.where).toBe(`${Number(name.slice(0, 2))}.${at + 1}`);
      expect(after.source, cell.where).toContain(`<summary>Solution ${idOf(cell)}</summary>`);
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

  test('says ✓ to every solution', async () => {
    for (const words of await saidIn(name, 'solved', taken(name, solved))) {
      expect(words).toMatch(/^✓ Right\. /);
    }
  }, 300_000);

  test('says to a wrong answer what is wrong', async () => {
    for (const words of await saidIn(name, 'wrong', taken(name, wrong))) {
      expect(words).toMatch(/^✗ Not yet: .*your code gives -1\. .{20}/);
    }
  }, 300_000);
});
