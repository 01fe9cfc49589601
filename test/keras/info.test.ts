import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { modelInfo } from '../../src/keras/info';
import { saveModel } from '../../src/keras/save';
import { keepHistory } from '../../src/results/history';
import { tableText } from '../../src/results/table';
import { bytesOf, jsonOf, pack, partsOf, temporaryFolder, type Json } from './files';
import { goldenFile } from './golden';

const folder = temporaryFolder();

function trained(): tf.LayersModel {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 2 })] });
  keepHistory(model, [
    { epoch: 1, split: 'train', loss: 0.75, accuracy: 0.5 },
    { epoch: 1, split: 'validation', loss: 0.8125, accuracy: 0.4375 },
    { epoch: 2, split: 'train', loss: 0.25, accuracy: NaN },
  ]);
  return model;
}

/** What is told of a file, part by part, without the summary that comes first. */
const told = async (path: string) => (await modelInfo(path)).split('\n\n').slice(1);

test('summary, class names, scaling, images learned and history are told', async () => {
  const path = join(folder, 'told.keras');
  const notes = { classNames: ['Bag', 'Coat'], scaling: 'divide by 255', images: 54_000 } as const;
  await saveModel(trained(), path, notes);
  expect(await modelInfo(path)).toMatch(/^Model .*\n[^]*dense.*\(Dense\).*2.*10/);
  expect(await told(path)).toEqual([
    'not compiled',
    'class names: 0 Bag · 1 Coat',
    'grey values: divide by 255',
    'learned from: 54,000 images',
    tableText({
      title: 'History',
      columns: ['epoch', 'loss', 'accuracy', 'validation loss', 'validation accuracy'],
      rows: [
        [1, '0.7500', '0.5000', '0.8125', '0.4375'],
        [2, '0.2500', '', '', ''],
      ],
    }),
  ]);
});

test('the optimizer of a file from Keras is told, and nothing of what such a file lacks', async () => {
  const before = tf.memory().numTensors;
  expect(await told(goldenFile('optimizer-adam'))).toEqual([
    'loss: sparseCategoricalCrossentropy\noptimizer: Adam, learning rate 0.02, after 3 steps',
  ]);
  expect(tf.memory().numTensors).toBe(before);
});

test('a file with an unknown optimizer is told all the same, and why', async () => {
  const parts = partsOf('flatten128');
  const config = jsonOf<Json>(parts['config.json']);
  const compiled = config['compile_config'] as { optimizer: { class_name: string } };
  compiled.optimizer.class_name = 'Lion';
  const path = pack(join(folder, 'lion.keras'), { ...parts, 'config.json': bytesOf(config) });
  expect(await modelInfo(path)).toContain('(Dense)');
  expect(await told(path)).toEqual([
    expect.stringMatching(/lion\.keras cannot be opened: .*"Lion".*\{ compile: false \}\.$/),
  ]);
});

test('the command prints it, and a bad file ends it with one sentence', async () => {
  const command = join(__dirname, '..', '..', 'scripts', 'nnlab-info.mjs');
  const run = (path: string) => promisify(execFile)(process.execPath, [command, path]);
  const { stdout, stderr } = await run(goldenFile('flatten128'));
  expect(stdout).toContain('(Flatten)');
  expect(stderr).toBe('');
  const bad = join(folder, 'bad.keras');
  writeFileSync(bad, 'no model');
  const failed = { code: 1, stdout: '', stderr: expect.stringMatching(/^.*cannot be opened.*\n$/) };
  await expect(run(bad)).rejects.toMatchObject(failed);
});
