// The kernels that rows on the kernel compare: the course's own, and tslab as it is.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lessonFile } from '../../lessons.mjs';
import { beforeTensorflow, inProject, venv } from '../../setup/project.mjs';

const KERNELS = join('share', 'jupyter', 'kernels');

/** The lesson that rows on one lesson take. */
export const CODE_ALONG = '02-fashion-from-csv';

export const ownKernels = join(venv, KERNELS);

/** The kernel without scripts/kernel and without what its kernelspec sets. */
export function plainKernels() {
  /** @type {{ argv: string[] }} */
  const spec = JSON.parse(readFileSync(join(ownKernels, 'tslab', 'kernel.json'), 'utf8'));
  const [node = process.execPath] = spec.argv;
  const tslab = spec.argv.slice(spec.argv.findIndex((part) => part.endsWith('bin/tslab')));
  const argv = [node, '--require', beforeTensorflow, ...tslab];
  const kernels = inProject('build', 'bench', KERNELS);
  const file = join(kernels, 'tslab', 'kernel.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...spec, argv, env: {} }));
  return kernels;
}

/** The code cells of a lesson; the first imports. @param {string} lesson @returns {string[]} */
export function cellsOf(lesson) {
  const { cells } = JSON.parse(readFileSync(lessonFile(lesson), 'utf8'));
  const code = cells.filter((/** @type {any} */ cell) => cell.cell_type === 'code');
  return code.map((/** @type {any} */ { source }) => [source].flat().join(''));
}
