import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as tf from '@tensorflow/tfjs-node';
import { afterAll, describe, expect, test } from 'vitest';
import { loadModel } from '../../src/keras/load';
import { saveModel } from '../../src/keras/save';
import { stepsDone } from '../../src/tfjs/optimizer-state';
import {
  farthest,
  goldenCases,
  goldenFile,
  kerasVersions,
  predictionError,
  trainOn,
} from './golden';

const folder = mkdtempSync(join(tmpdir(), 'keras-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Saves a model with nnlab and opens that file. */
async function throughFile(model: tf.LayersModel, name: string): Promise<tf.LayersModel> {
  const path = join(folder, `${name}.keras`);
  await saveModel(model, path);
  return loadModel(path);
}

describe.each(kerasVersions)('a file of %s', (version) => {
  describe.each(goldenCases(version))('$name', (golden) => {
    test('predicts as Keras does', async () => {
      const model = await loadModel(goldenFile(golden.name, version));
      expect(predictionError(model, golden)).toBeLessThan(1e-5);
      expect(stepsDone(model.optimizer)).toBe(golden.steps);
    });

    test('predicts the same after nnlab saved it again', async () => {
      const model = await throughFile(
        await loadModel(goldenFile(golden.name, version)),
        golden.name,
      );
      expect(predictionError(model, golden)).toBeLessThan(1e-5);
      expect(stepsDone(model.optimizer)).toBe(golden.steps);
    });

    const { losses: theirs } = golden;
    if (theirs === null) return;
    test('goes on learning as in Keras', async () => {
      const model = await loadModel(goldenFile(golden.name, version));
      const again = await throughFile(model, golden.name);
      const losses = await trainOn(model, golden);
      expect(farthest(losses, theirs)).toBeLessThan(1e-4);
      expect(await trainOn(again, golden)).toEqual(losses);
    });
  });
});
