import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { executeFile, lessonFile, root, type Mode, type Report } from '../../scripts/lessons.mjs';
import { readLesson, type Lesson } from './read';

// Some tests execute a lesson that is changed a little: it stands in a file of its own in build/.

/** A cell as it stands in the file. */
export interface RawCell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: string | readonly string[];
  readonly metadata: { readonly tags?: readonly string[] };
}

export interface Notebook {
  readonly cells: readonly RawCell[];
}

export interface Run {
  readonly report: Report;
  readonly lesson: Lesson;
}

export const sourceOf = ({ source }: RawCell): string => [source].flat().join('');

export const codeCells = ({ cells }: Notebook): RawCell[] =>
  cells.filter(({ cell_type }) => cell_type === 'code');

export function readNotebook(lesson: string): Notebook {
  return JSON.parse(readFileSync(lessonFile(lesson), 'utf8')) as Notebook;
}

/** Writes a notebook into a folder of build/ and executes it there. */
export async function executeCopy(
  folder: string,
  name: string,
  notebook: Notebook,
  mode: Mode,
): Promise<Run> {
  const work = join(root, 'build', folder);
  mkdirSync(work, { recursive: true });
  const source = join(work, `${name}.ipynb`);
  writeFileSync(source, JSON.stringify(notebook));
  const out = join(work, `${name}.executed.ipynb`);
  const report = await executeFile(source, out, mode);
  return { report, lesson: readLesson(out, name) };
}

/** An assignment with the solution's cells in its gaps; any other lesson as it is. */
export function filled(lesson: string, solution: string | undefined): Notebook {
  const notebook = readNotebook(lesson);
  if (solution === undefined) return notebook;
  const answers = codeCells(readNotebook(solution));
  const cells = notebook.cells.flatMap((cell) => {
    const gap = cell.metadata.tags?.find((tag) => tag.startsWith('gap:'));
    if (gap === undefined) return [cell];
    return answers.filter(({ metadata }) => metadata.tags?.includes(gap.replace('gap:', 'fills:')));
  });
  return { ...notebook, cells };
}
