import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { executeFile, lessonFile, root } from '../../scripts/lessons.mjs';

// A lesson's checks are worth something only if a run that went wrong fails them. So some lessons
// are broken on purpose, each in a way a learner might, and must stop with one of their checks.
const work = join(root, 'build', 'mistakes');
mkdirSync(work, { recursive: true });

const mistakes: Record<string, (source: string) => string> = {
  'an untrained network': (source) =>
    source.replace(/tf\.train\.adam\(\)/g, 'tf.train.adam(0)').replace(/sgd\(0\.01\)/g, 'sgd(0)'),
  'unscaled pixels': (source) => source.replace(/toTensors\((\w+)\)/g, "toTensors($1, 10, 'none')"),
  'half the epochs': (source) =>
    source.replace(/epochCount = byMode\(\{ full: (\d+)/g, (_, epochs: string) => {
      const half = Number(epochs) / 2;
      return `epochCount = ${half} || byMode({ full: ${half}`;
    }),
};

const lessons = [
  '02-fashion-from-csv',
  '04-fashion-lab',
  '06-fashion-program',
  '08-fashion-from-files',
];

interface Notebook {
  cells: { cell_type: string; source: string[] }[];
}

for (const lesson of lessons) {
  for (const [mistake, make] of Object.entries(mistakes)) {
    test(`${mistake} is noticed in ${lesson}`, async () => {
      const notebook = JSON.parse(readFileSync(lessonFile(lesson), 'utf8')) as Notebook;
      let changed = 0;
      for (const cell of notebook.cells.filter(({ cell_type }) => cell_type === 'code')) {
        const before = cell.source.join('');
        cell.source = [make(before)];
        if (cell.source[0] !== before) changed += 1;
      }
      expect(changed).toBeGreaterThan(0);

      const name = `${lesson}-${mistake.replaceAll(' ', '-')}`;
      const source = join(work, `${name}.ipynb`);
      writeFileSync(source, JSON.stringify(notebook));
      const { error } = await executeFile(source, join(work, `${name}.executed.ipynb`), 'sample');
      expect(error).toMatch(/the lesson (expects|says)/);
    }, 180_000);
  }
}
