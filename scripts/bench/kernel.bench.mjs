import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lessonFile, root } from '../lessons.mjs';
import { inProject, mendedTslab, venv } from '../setup/project.mjs';

const KERNELS = join('share', 'jupyter', 'kernels');

/** The kernel without scripts/kernel, for the other side. */
function plainKernels() {
  /** @type {{ argv: string[] }} */
  const spec = JSON.parse(readFileSync(join(venv, KERNELS, 'tslab', 'kernel.json'), 'utf8'));
  const at = spec.argv.indexOf(mendedTslab);
  const argv = spec.argv.filter((_, place) => place !== at - 1 && place !== at);
  const kernels = inProject('build', 'bench', KERNELS);
  const file = join(kernels, 'tslab', 'kernel.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...spec, argv }));
  return kernels;
}

/** The imports of the code-along, its first cell. */
function importCell() {
  const { cells } = JSON.parse(readFileSync(lessonFile('02-fashion-from-csv'), 'utf8'));
  const code = cells.find((/** @type {any} */ cell) => cell.cell_type === 'code');
  return [code.source].flat().join('');
}

/** @type {[string, string, number | undefined][]} name, what is measured, ours divided by theirs at most */
const MEASURED = [
  ['kernel: start until it is ready', 'ready', 0.5],
  ['kernel: start until its compiler has read all types', 'warmed up', undefined],
  ['kernel: the import cell of lesson 2', 'import', 0.8],
  ['kernel: a warm cell, trivial', 'trivial', 0.5],
  ['kernel: a warm cell with names of tf and nnlab', 'names', 0.7],
];

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = MEASURED.map(([name, part, median]) => ({
  name,
  compares:
    'CPU seconds of a fresh kernel each time; tslab mended by scripts/kernel, and tslab as it is',
  ...(median === undefined ? {} : { target: { median } }),
  async prepare({ startPeer }) {
    const driver = await startPeer('kernel.py');
    const [folder, imports] = [join(root, 'notebooks'), importCell()];
    /** @param {string} prefix */
    const measure = async (prefix) => (await driver.ask({ prefix, folder, imports }))[part];
    const plain = plainKernels();
    return {
      ours: () => measure(join(venv, KERNELS)),
      theirs: () => measure(plain),
      close: () => driver.close(),
    };
  },
}));
