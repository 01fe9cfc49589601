import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { loadModel } from '../../src/keras/load';
import { notesOf } from '../../src/keras/notes';
import { saveModel } from '../../src/keras/save';
import { temporaryFolder } from './files';

const folder = temporaryFolder();
const saver = join(__dirname, 'saver.mjs');

const firstByte = async (child: ChildProcess) => child.stdout && once(child.stdout, 'data');

test('a save that is killed leaves the old file or the new one, whole', async () => {
  const path = join(folder, 'killed.keras');
  const seen = new Set<string | undefined>();
  for (let kill = 0; kill < 6; kill++) {
    const child = spawn(process.execPath, [saver, path]);
    await firstByte(child);
    await wait(40 + kill * 23);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const model = await loadModel(path);
    seen.add(notesOf(model).classNames?.[0]);
    model.dispose();
  }
  for (const name of seen) expect(['even', 'odd']).toContain(name);
}, 120_000);

test('a save that finds the disk full leaves the old file whole, and nothing beside it', async () => {
  const path = join(folder, 'full', 'full.keras');
  mkdirSync(join(folder, 'full'));
  await saveModel(small(), path);
  const before = readFileSync(path);
  // A limit on file sizes stands in for a full disk: writing fails half-way.
  const script = `trap '' XFSZ; ulimit -f 8; exec "${process.execPath}" "${saver}" "${path}" once`;
  const failed = promisify(execFile)('bash', ['-c', script]);
  await expect(failed).rejects.toThrow(
    /full\.keras cannot be written: it is larger than files may be here/,
  );
  expect(readFileSync(path)).toEqual(before);
  expect(readdirSync(join(folder, 'full'))).toEqual(['full.keras']);
}, 60_000);

test('a save into a folder that is not there says so', async () => {
  const path = join(folder, 'nowhere', 'x.keras');
  await expect(saveModel(small(), path)).rejects.toThrow(
    /x\.keras cannot be written: its folder is not there/,
  );
});

test('two saves at once to the same file leave one of the two, whole', async () => {
  const path = join(folder, 'both.keras');
  await Promise.all([saveModel(small(), path), saveModel(small(), path)]);
  expect((await loadModel(path)).layers).toHaveLength(1);
});

function small(): tf.LayersModel {
  return tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units: 2 })] });
}
