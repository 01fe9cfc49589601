// What must hold on every Node that nnlab supports; run by `npm run test:nodes`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import pl from 'nodejs-polars';
import { expect, test } from 'vitest';
import { dense128, train } from '../../src';

const root = resolve(__dirname, '../..');
const major = process.versions.node.split('.')[0];

function randomExamples(count: number) {
  const images = tf.randomUniform([count, 784], 0, 1, 'float32', 1);
  return {
    images,
    labels: tf.tensor1d(
      Array.from({ length: count }, (_, i) => i % 10),
      'float32',
    ),
  };
}

test(`TensorFlow loads on Node ${major} and says nothing on stderr`, () => {
  const code =
    "const tf = require('@tensorflow/tfjs-node'); console.log(tf.add(1, 2).dataSync()[0])";
  const child = spawnSync(process.execPath, ['-e', code], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ stdout: child.stdout.trim(), stderr: child.stderr }).toEqual({
    stdout: '3',
    stderr: '',
  });
});

test('a network trains for an epoch, and its loss falls', async () => {
  const model = dense128();
  model.compile({
    optimizer: 'adam',
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  const examples = randomExamples(640);
  const before = lossOf(model, examples);
  const history = await train(model, examples, { epochs: 1 });
  expect(history).toHaveLength(1);
  expect(lossOf(model, examples)).toBeLessThan(before);
});

function lossOf(model: tf.LayersModel, { images, labels }: ReturnType<typeof randomExamples>) {
  const [loss] = model.evaluate(images, labels) as tf.Scalar[];
  return loss?.dataSync()[0] ?? NaN;
}

test('Polars counts', () => {
  const counts = pl
    .DataFrame({ label: [3, 1, 3] })
    .groupBy('label')
    .agg(pl.len().alias('n'));
  expect(counts.sort('label').toRecords()).toEqual([
    { label: 1, n: 1 },
    { label: 3, n: 2 },
  ]);
});

test('a notebook is executed by the kernel on this Node, in a folder below notebooks/', () => {
  const said = executed('own', CELLS, {});
  expect(said).toContain(`Node ${process.versions.node}: 6`);
  expect(said).not.toContain('own kernel');
});

test('a lesson opened with plain tslab trains all the same, and names the kernel it is made for', () => {
  const kernels = join(root, 'build', 'nodes', `plain${major}`);
  const spec = join(kernels, 'kernels', 'tslab');
  mkdirSync(spec, { recursive: true });
  const tslab = join(root, 'node_modules/tslab/bin/tslab');
  const argv = [process.execPath, tslab, 'kernel', '--config-path', '{connection_file}'];
  writeFileSync(join(spec, 'kernel.json'), JSON.stringify({ argv, language: 'typescript' }));
  const said = executed('plain', TRAINING_CELLS, { JUPYTER_PATH: kernels, NODE_OPTIONS: '' });
  expect(said).toContain('This is not the course’s own kernel');
  expect(said).toContain('epochs: 2');
});

/** Executes a notebook on this Node, without an error; gives all that its cells print. */
function executed(name: string, cells: string[], env: Readonly<Record<string, string>>): string {
  const folder = join(root, 'build', 'nodes', `node${major}-${name}`);
  mkdirSync(folder, { recursive: true });
  const [source = '', out = '', report = ''] = ['in.ipynb', 'out.ipynb', 'report.json'].map((n) =>
    join(folder, n),
  );
  writeFileSync(source, notebook(cells));
  execFileSync(join(root, '.venv/bin/python'), ['scripts/execute.py', source, out, report], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ error: null, stderr: [] });
  const done = JSON.parse(readFileSync(out, 'utf8')) as { cells: { outputs: Output[] }[] };
  return done.cells
    .flatMap(({ outputs }) => outputs)
    .map(({ text }) => [text].flat().join(''))
    .join('');
}

interface Output {
  text?: string | string[];
}

const CELLS = [
  "import * as tf from '@tensorflow/tfjs-node';\nimport { setSeed } from 'nnlab';\nsetSeed(42);",
  'console.log(`Node ${process.versions.node}: ${tf.tensor1d([1, 2, 3]).sum().dataSync()[0]}`);',
];

const TRAINING_CELLS = [
  "import * as tf from '@tensorflow/tfjs-node';\nimport { dense128, historyOf, openLesson, train } from 'nnlab';\nopenLesson({ seed: 42 });",
  `const model = dense128();
model.compile({ optimizer: tf.train.adam(), loss: 'sparseCategoricalCrossentropy' });
const rows = { images: tf.randomUniform([640, 784]), labels: tf.zeros([640]) };
await train(model, rows, { epochs: 2, silent: true });
console.log('epochs:', historyOf(model).length);`,
];

function notebook(cells: string[]) {
  const code = cells.map((source, index) => ({
    cell_type: 'code',
    id: `cell-${index}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  }));
  const kernelspec = { name: 'tslab', display_name: 'TypeScript', language: 'typescript' };
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells: code });
}
