import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { labFolder, writeNotebook } from '../lab/cells';
import { projectFolder } from '../lab/server';

// Jupyter's own commands, as somebody types them in the project's folder, with no variable set.

const LESSON = [
  `import { dense128, learningCurves, historyOf, loadDigits, show, sliceRows, toTensors, train } from 'nnlab';
const digits = await loadDigits();
const model = dense128();
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
const rows = toTensors(sliceRows(digits.train, 0, 4000));`,
  'await train(model, rows, { epochs: 2 });',
  'show(learningCurves(historyOf(model)));',
];

test('a lesson copied out of the course is told where to go', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nnlab-outside-'));
  try {
    const copy = path.join(folder, 'copy.ipynb');
    renameSync(writeNotebook('copy', LESSON), copy);
    expect(jupyter('execute', copy)).toContain(
      `This notebook does not find 'nnlab' from its folder: put it into the course, ${projectFolder}/notebooks`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

/** Runs one of Jupyter's commands; gives what it writes into the terminal. */
function jupyter(...words: readonly string[]): string {
  const { PATH, HOME } = process.env;
  const { stdout, stderr } = spawnSync(path.join(projectFolder, '.venv/bin/jupyter'), words, {
    cwd: projectFolder,
    env: { PATH, HOME },
    encoding: 'utf8',
  });
  return stdout + stderr;
}

describe('Jupyter’s own tools', () => {
  let notebook: string;
  let said: string;
  beforeAll(() => {
    notebook = writeNotebook('for-tools', LESSON);
    said = jupyter('execute', '--inplace', notebook);
  }, 120_000);

  test('`jupyter execute` trains without a line of TensorFlow in the terminal', () => {
    const strange = said.split('\n').filter((line) => line && !line.startsWith('[NbClientApp]'));
    expect(strange).toEqual([]);
    expect(readFileSync(notebook, 'utf8')).toContain('125 steps an epoch');
  });

  test('`jupyter nbconvert --to html` keeps the words of charts', () => {
    const page = path.join(labFolder, 'for-tools.html');
    rmSync(page, { force: true });
    expect(jupyter('nbconvert', '--to', 'html', notebook)).not.toContain('Alternative text');
    const html = readFileSync(page, 'utf8');
    const words = [...html.matchAll(/<img[^>]* alt="([^"]*)"/g)].map(([, alt]) => alt);
    expect(words).toEqual([expect.stringMatching(/training.*epoch/i)]);
  });
});
