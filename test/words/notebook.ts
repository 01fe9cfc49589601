import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lessons.mjs';

/** Writes a notebook of these Markdown cells into a folder beside the lessons'; returns its file. */
export function writeWords(name: string, cells: readonly string[]): string {
  const folder = path.join(root, 'build/words');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.ipynb`);
  const notebook = {
    cells: cells.map((source, at) => ({
      cell_type: 'markdown',
      id: `cell-${at + 1}`,
      metadata: {},
      source,
    })),
    metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  writeFileSync(file, JSON.stringify(notebook));
  return file;
}
