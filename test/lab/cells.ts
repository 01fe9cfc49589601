import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './server';

/** Notebooks for tests stand inside the project, where `nnlab` can be imported. */
export const labFolder = path.join(projectFolder, 'build/lab');
mkdirSync(labFolder, { recursive: true });

/** Writes a notebook of these code cells; returns its file. */
export function writeNotebook(name: string, cells: readonly string[]): string {
  const fields = { cell_type: 'code', execution_count: null, outputs: [] };
  return writeCells(path.join(labFolder, `${name}.ipynb`), cells, fields);
}

/** Writes a notebook of cells of one kind, which differ in their source alone. */
export function writeCells(file: string, sources: readonly string[], fields: object): string {
  const notebook = {
    cells: sources.map((source, at) => ({ ...fields, id: `cell-${at + 1}`, metadata: {}, source })),
    metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  writeFileSync(file, JSON.stringify(notebook));
  return file;
}

/** Executes a copy by nbclient: JupyterLab has no reason to trust the outputs it finds in there. */
export function executeElsewhere(notebook: string): string {
  const python = path.join(projectFolder, '.venv/bin/python');
  const script = path.join(projectFolder, 'scripts/execute.py');
  const copy = notebook.replace(/\.ipynb$/, '-executed.ipynb');
  const report = notebook.replace(/\.ipynb$/, '-report.json');
  const { status } = spawnSync(python, [script, notebook, copy, report]);
  if (status !== 0) throw new Error(`It could not be executed: ${readFileSync(report, 'utf8')}`);
  return copy;
}
