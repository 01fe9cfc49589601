import { expect, test } from 'vitest';
import { codeCells, executeCopy, filled, type Notebook, type RawCell } from './copies';
import { twiceOver } from './every';
import { solutionOf } from './read';

// An instructor runs a lesson again in front of the class. That must neither fail nor cost memory.
// An assignment is judged as it is when its gaps are filled.

const COUNT = "console.log('tensors', require('@tensorflow/tfjs-node').memory().numTensors);";

/** The lesson's code twice over, each time with a count of the tensors at the end. */
function twice(notebook: Notebook): Notebook {
  const code = codeCells(notebook);
  const count = (id: string): RawCell => ({ ...(code[0] as RawCell), id, source: COUNT });
  const again = code.map((cell) => ({ ...cell, id: `${cell.id}-again` }));
  return { ...notebook, cells: [...code, count('first'), ...again, count('second')] };
}

test.each(twiceOver)(
  '%s may run twice in one kernel and holds no tensor more',
  async (name) => {
    const notebook = twice(filled(name, solutionOf(name)));
    const { report, lesson } = await executeCopy('twice', name, notebook, 'sample');
    expect(report).toMatchObject({ error: null, gap: null, stderr: [] });
    const [once, again] = lesson.cells
      .flatMap(({ outputs }) => outputs.flatMap(({ text }) => [text ?? ''].flat()))
      .flatMap((text) => [...text.matchAll(/^tensors (\d+)$/gm)].map((match) => Number(match[1])));
    expect(again).toBe(once);
  },
  400_000,
);
