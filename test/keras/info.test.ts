import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { modelInfo } from '../../src/keras/info';
import { saveModel } from '../../src/keras/save';
import { keepHistory } from '../../src/results/history';
import { bytesOf, jsonOf, pack, partsOf, temporaryFolder, type Json } from './files';
import { goldenFile } from './golden';

const folder = temporaryFolder();

function trained(): tf.LayersModel {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 2 })] });
  keepHistory(model, [
    { epoch: 1, split: 'train', loss: 0.75, accuracy: 0.5 },
    { epoch: 1, split: 'validation', loss: 0.8125, accuracy: 0.4375 },
  ]);
  return model;
}

test('summary, class names, scaling and history are told', async () => {
  const path = join(folder, 'told.keras');
  await saveModel(trained(), path, { classNames: ['Bag', 'Coat'], scaling: 'divide by 255' });
  const text = await modelInfo(path);
  expect(text).toMatch(/dense.*\(Dense\).*2.*10/);
  expect(text).toContain('class names: 0 Bag · 1 Coat');
  expect(text).toContain('grey values: divide by 255');
  expect(text).toMatch(/1\s+0\.7500\s+0\.5000\s+0\.8125\s+0\.4375/);
  expect(text).toContain('not compiled');
});

test('the optimizer of a file from Keras is told', async () => {
  const text = await modelInfo(goldenFile('optimizer-adam'));
  expect(text).toContain('optimizer: Adam, learning rate 0.02, after 3 steps');
  expect(text).toContain('loss: sparseCategoricalCrossentropy');
});

test('a file with an unknown optimizer is told all the same, and why', async () => {
  const parts = partsOf('flatten128');
  const config = jsonOf<Json>(parts['config.json']);
  const compiled = config['compile_config'] as { optimizer: { class_name: string } };
  compiled.optimizer.class_name = 'Lion';
  const path = pack(join(folder, 'lion.keras'), { ...parts, 'config.json': bytesOf(config) });
  const text = await modelInfo(path);
  expect(text).toContain('"Lion"');
  expect(text).toContain('(Dense)');
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
