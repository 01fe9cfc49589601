import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { executeFile, lessonFile, lessonNames, root } from '../../scripts/lessons.mjs';
import { readLesson } from './read';

// An instructor runs a lesson again in front of the class. That must neither fail nor cost memory.
const work = join(root, 'build', 'twice');
mkdirSync(work, { recursive: true });

interface RawCell {
  cell_type: string;
  id: string;
  source: string | string[];
}

const COUNT = "console.log('tensors', require('@tensorflow/tfjs-node').memory().numTensors);";

/** The lesson's code twice over, each time with a count of the tensors at the end. */
function twice(notebook: { cells: RawCell[] }): { cells: RawCell[] } {
  const code = notebook.cells.filter((cell) => cell.cell_type === 'code');
  const count = (id: string): RawCell => ({ ...(code[0] as RawCell), id, source: COUNT });
  const again = code.map((cell) => ({ ...cell, id: `${cell.id}-again` }));
  return { ...notebook, cells: [...code, count('first'), ...again, count('second')] };
}

test.each(lessonNames())(
  '%s may run twice in one kernel and holds no tensor more',
  async (lesson) => {
    const source = join(work, `${lesson}.ipynb`);
    writeFileSync(
      source,
      JSON.stringify(twice(JSON.parse(readFileSync(lessonFile(lesson), 'utf8')))),
    );
    const out = join(work, `${lesson}.executed.ipynb`);
    expect(await executeFile(source, out, 'sample')).toMatchObject({ error: null, stderr: [] });
    const [once, again] = readLesson(out, lesson)
      .cells.flatMap(({ outputs }) => outputs.flatMap(({ text }) => [text ?? ''].flat()))
      .flatMap((text) => [...text.matchAll(/^tensors (\d+)$/gm)].map((match) => Number(match[1])));
    expect(again).toBe(once);
  },
  180_000,
);
