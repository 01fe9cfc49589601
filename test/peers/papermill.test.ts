import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

// papermill gives notebooks parameters: an instructor runs one lesson with ten seeds, say.

const project = resolve(__dirname, '../..');

const PARAMETERS = {
  epochs: 3,
  rate: 0.0015,
  names: ['Bag "x"', 'Größe\n2', '${no}'],
  extra: { 'a-b': [1, { c: null }], d: -7 },
  flag: true,
  none: null,
};

function notebook(cells: readonly { source: string; tags: readonly string[] }[]): string {
  return JSON.stringify({
    cells: cells.map(({ source, tags }, at) => ({
      cell_type: 'code',
      id: `cell-${at}`,
      metadata: { tags },
      source,
      outputs: [],
      execution_count: null,
    })),
    metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

function papermill(...words: readonly string[]): string {
  return execFileSync(
    process.env['NNLAB_PEERS'] ?? 'python3',
    ['-m', 'papermill', '--no-progress-bar', ...words],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        JUPYTER_PATH: join(project, '.venv/share/jupyter'),
        // In the project's own environment set-up makes this folder known.
        PYTHONPATH: join(project, 'scripts/jupyter'),
      },
    },
  );
}

test('papermill’s parameters reach a lesson in TypeScript as they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nnlab-papermill-'));
  const [lesson = '', out = '', values = ''] = ['lesson.ipynb', 'out.ipynb', 'values.json'].map(
    (name) => join(folder, name),
  );
  try {
    const names = Object.keys(PARAMETERS).map((name) => `${name}: ${name}`);
    writeFileSync(values, JSON.stringify(PARAMETERS));
    writeFileSync(
      lesson,
      notebook([
        { source: 'let epochs = 10; // how many\nlet rate: number = 0.1;', tags: ['parameters'] },
        { source: `epochs += 1;\nconsole.log(JSON.stringify({ ${names.join(', ')} }));`, tags: [] },
      ]),
    );
    papermill(lesson, out, '--parameters_file', values);
    const said = /"text": (?:\[\s*)?("(?:[^"\\]|\\.)*")/.exec(readFileSync(out, 'utf8'))?.[1];
    expect(JSON.parse(JSON.parse(said ?? '""') as string)).toEqual({ ...PARAMETERS, epochs: 4 });
    expect(papermill('--help-notebook', lesson)).toMatch(
      /epochs: .*10[^]*how many[^]*rate: number/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);

test('the project’s environment knows the translator', () => {
  const code =
    "from importlib.metadata import entry_points; print(*entry_points(group='papermill.io'))";
  const said = execFileSync(join(project, '.venv/bin/python'), ['-c', code], { encoding: 'utf8' });
  expect(said).toContain('nnlab_jupyter.papermill:Nothing');
});
