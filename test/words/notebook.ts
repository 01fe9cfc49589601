import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lessons.mjs';
import { writeCells } from '../lab/cells';

/** Writes a notebook of these Markdown cells into a folder beside the lessons'; returns its file. */
export function writeWords(name: string, cells: readonly string[]): string {
  const folder = path.join(root, 'build/words');
  mkdirSync(folder, { recursive: true });
  return writeCells(path.join(folder, `${name}.ipynb`), cells, { cell_type: 'markdown' });
}
