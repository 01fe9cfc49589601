import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder } from './page';

/** What a cell put out, by its form. */
export type Data = Readonly<Record<string, unknown>>;

export type Cell =
  | {
      readonly prose: string;
      readonly tags?: readonly string[];
      readonly slide?: string;
      /** A heading below which JupyterLab hides what follows. */
      readonly folds?: true;
    }
  | {
      readonly code: string;
      readonly outputs?: readonly Data[];
      readonly tags?: readonly string[];
    };

/** A notebook with the outputs given, as if somebody had run it; returns its file. */
export function writtenLesson(name: string, cells: readonly Cell[]): string {
  const file = path.join(folder, 'written', `${name}.ipynb`);
  mkdirSync(path.dirname(file), { recursive: true });
  const kernelspec = { display_name: 'TypeScript', language: 'typescript', name: 'tslab' };
  const notebook = {
    cells: cells.map((cell, at) => ({ id: `cell-${at}`, ...jupyterCell(cell) })),
    metadata: { kernelspec },
    nbformat: 4,
    nbformat_minor: 5,
  };
  writeFileSync(file, JSON.stringify(notebook));
  return file;
}

function jupyterCell(cell: Cell) {
  const metadata = { tags: cell.tags ?? [] };
  if ('prose' in cell) {
    const slideshow = cell.slide === undefined ? {} : { slideshow: { slide_type: cell.slide } };
    const folded = cell.folds ? { 'jp-MarkdownHeadingCollapsed': true } : {};
    const all = { ...metadata, ...slideshow, ...folded };
    return { cell_type: 'markdown', metadata: all, source: cell.prose };
  }
  const outputs = (cell.outputs ?? []).map((data) => ({
    output_type: 'display_data',
    data,
    metadata: {},
  }));
  return { cell_type: 'code', metadata, source: cell.code, execution_count: 1, outputs };
}
