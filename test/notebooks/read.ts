import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const folder = join(__dirname, '..', '..', 'notebooks');

export interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | string[];
  readonly data?: Record<string, unknown>;
}

export interface Cell {
  readonly kind: 'code' | 'markdown';
  readonly id: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly outputs: readonly Output[];
  readonly executed: boolean;
  /** A heading below which JupyterLab hides the cells until somebody opens it. */
  readonly folded: boolean;
  /** Where it is, for a failing test: lesson and cell number. */
  readonly where: string;
}

export interface Lesson {
  readonly name: string;
  readonly kernel: string;
  readonly metadata: Record<string, unknown>;
  readonly cells: readonly Cell[];
}

interface RawCell {
  cell_type: 'code' | 'markdown';
  id: string;
  source: string | string[];
  metadata: { tags?: string[]; 'jp-MarkdownHeadingCollapsed'?: boolean };
  outputs?: Output[];
  execution_count?: number | null;
}

const joined = (text: string | string[]) => (Array.isArray(text) ? text.join('') : text);

export function readLesson(file: string, name: string): Lesson {
  const raw = JSON.parse(readFileSync(file, 'utf8')) as {
    cells: RawCell[];
    metadata: { kernelspec?: { name?: string }; nnlab?: Record<string, unknown> };
  };
  return {
    name,
    kernel: raw.metadata.kernelspec?.name ?? '',
    metadata: raw.metadata.nnlab ?? {},
    cells: raw.cells.map((cell, index) => ({
      kind: cell.cell_type,
      id: cell.id,
      source: joined(cell.source),
      tags: cell.metadata.tags ?? [],
      outputs: cell.outputs ?? [],
      executed: (cell.execution_count ?? null) !== null,
      folded: cell.metadata['jp-MarkdownHeadingCollapsed'] ?? false,
      where: `${name}, cell ${index + 1}`,
    })),
  };
}

/** All lessons as they are in the repository, in teaching order. */
export function allLessons(): Lesson[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ipynb'))
    .sort()
    .map((file) => readLesson(join(folder, file), file.replace('.ipynb', '')));
}

export const codeOf = (lesson: Lesson) => lesson.cells.filter((cell) => cell.kind === 'code');

/** The names of the lessons with something to run; cheat sheet and glossary are read. */
export const lessonsWithCode = (): string[] =>
  allLessons()
    .filter((lesson) => codeOf(lesson).length > 0)
    .map(({ name }) => name);

/** The lesson that solves this assignment; other lessons have none. */
export function solutionOf(name: string): string | undefined {
  return allLessons().find(({ metadata }) => metadata['solves'] === name)?.name;
}

/** Where a learner's own code belongs. */
export interface Gap {
  readonly cell: Cell;
  readonly missing: string;
  readonly help: string;
}

/** The gaps of an assignment in order; other lessons have none. */
export function gapsOf(lesson: Lesson): Gap[] {
  return codeOf(lesson).flatMap((cell) =>
    [...cell.source.matchAll(/\bgap\(\s*'([^']+)',\s*'([^']+)',?\s*\)/g)].map(
      ([, missing = '', help = '']) => ({ cell, missing, help }),
    ),
  );
}

/** The charts below an executed cell, each in all its forms. */
export function chartsOf(cell: Cell): Record<string, unknown>[] {
  return cell.outputs.flatMap(({ data }) =>
    data && 'application/vnd.vegalite.v5+json' in data ? [data] : [],
  );
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly where: string;
}

/** Headings of a lesson in order, code fences left out. */
export function headingsOf({ cells }: { readonly cells: readonly Cell[] }): Heading[] {
  return cells
    .filter((cell) => cell.kind === 'markdown')
    .flatMap((cell) =>
      [...cell.source.replace(/```[\s\S]*?```/g, '').matchAll(/^(#{1,6}) (.+)$/gm)].map(
        (match) => ({
          level: (match[1] ?? '').length,
          text: match[2] ?? '',
          where: cell.where,
        }),
      ),
    );
}

/** The cells that JupyterLab does not show: they stand below a folded heading. */
export function hiddenCells({ cells }: Lesson): Cell[] {
  let fold = Infinity;
  return cells.filter((cell) => {
    const level = Math.min(...headingsOf({ cells: [cell] }).map((heading) => heading.level));
    const hidden = fold < level;
    if (!hidden) fold = cell.folded ? level : Infinity;
    return hidden;
  });
}
