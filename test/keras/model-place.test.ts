import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inWork, projectFolder } from '../../src/platform';
import { loadModel } from '../../src/keras/load';
import { saveModel } from '../../src/keras/save';
import { temporaryFolder } from './files';

const work = temporaryFolder();
const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units: 2 })] });

beforeEach(() => vi.stubEnv('NNLAB_WORK', work));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(join(work, 'models'), { recursive: true, force: true });
});

async function unitsIn(path: string): Promise<number | undefined> {
  const loaded = await loadModel(path);
  const units = loaded.outputs[0]?.shape.at(-1) ?? undefined;
  loaded.dispose();
  return units;
}

test('a model saved under a mere name lies in models/, and is found by it', async () => {
  expect(await saveModel(model, 'fashion.keras')).toBe('models/fashion.keras');
  expect(readdirSync(join(work, 'models'))).toEqual(['fashion.keras']);
  expect(existsSync('fashion.keras')).toBe(false);
  expect(await unitsIn('fashion.keras')).toBe(2);
});

test('a path is taken as it stands', async () => {
  const path = join(work, 'own.keras');
  await saveModel(model, path);
  expect(existsSync(path)).toBe(true);
  expect(await unitsIn(path)).toBe(2);
  await expect(loadModel('./own.keras')).rejects.toThrow(
    './own.keras cannot be opened: it is not there',
  );
});

test('a file beside the notebook is opened where models/ has none of its name', async () => {
  const beside = 'beside-the-notebook.keras';
  await saveModel(model, beside);
  renameSync(inWork('models', beside), join(process.cwd(), beside));
  try {
    expect(await unitsIn(beside)).toBe(2);
  } finally {
    rmSync(beside);
  }
});

test('a name that is nowhere is refused with the places that were looked at', async () => {
  await expect(loadModel('nowhere.keras')).rejects.toThrow(
    'nowhere.keras cannot be opened: it is not in models/, nor beside this notebook.',
  );
});

test('two notebooks at once that write the same files leave each of them whole', async () => {
  const notebook = join(projectFolder, 'test/keras/notebook-at-work.mjs');
  const start = String(Date.now() + 5000);
  const run = () => promisify(execFile)(process.execPath, [notebook, start]);
  const said = (await Promise.all([run(), run(), run()])).map(({ stdout }) => stdout);
  const found = '3000 rows, 101770 parameters, 3500 test images';
  for (const text of said) expect(text.endsWith(found), text).toBe(true);
  const left = readdirSync(work, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => name.endsWith('.part'))).toEqual([]);
}, 120_000);
