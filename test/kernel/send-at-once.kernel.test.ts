import { expect, test } from 'vitest';
import { executeCopy } from '../notebooks/copies';

const cell = (id: string, source: string) => ({
  cell_type: 'code',
  id,
  source,
  metadata: {},
  execution_count: null,
  outputs: [],
});

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
  cells: [
    cell('import', "import { show } from 'nnlab';"),
    cell('lines', "for (let i = 1; i <= 3000; i++) console.log('line', i);"),
    cell('tables', "for (let i = 1; i <= 600; i++) show({ columns: ['n'], rows: [[i]] });"),
    cell('after', "console.log('still here');"),
  ],
};

test('all that a cell says arrives, however much it is', async () => {
  const { report, lesson } = await executeCopy('show', 'many-messages', notebook, 'sample');
  expect(report).toMatchObject({ error: null, stderr: [], rejections: [] });
  const [, lines, tables, after] = lesson.cells;
  const said = lines?.outputs.flatMap(({ text }) => [text ?? ''].flat()).join('') ?? '';
  expect(said.trim().split('\n')).toEqual(Array.from({ length: 3000 }, (_, i) => `line ${i + 1}`));
  expect(tables?.outputs).toHaveLength(600);
  expect(after?.outputs).toHaveLength(1);
}, 60_000);
