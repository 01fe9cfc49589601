import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lessons.mjs';
import { saveModel } from '../../src/keras/save';
import { dropout128 } from '../../src/models/architectures';
import { keepHistory } from '../../src/results/history';
import { keepImagesLearned } from '../../src/results/images-learned';
import { executeCopy, readNotebook } from './copies';
import { codeOf } from './read';

// Who ran lessons on the sample yesterday and on all images today meets yesterday's file.

test('lesson 10 says that a saved model is of another run, and trains its own', async () => {
  const folder = join(root, 'build', 'saved-before', 'models');
  mkdirSync(folder, { recursive: true });
  const old = dropout128();
  keepImagesLearned(old, 54_000);
  keepHistory(old, [{ epoch: 10, split: 'train', loss: 0.3, accuracy: 0.9 }]);
  await saveModel(old, join(folder, 'fashion_mnist_model.keras'));
  const name = '10-load-and-predict';
  const { report, lesson } = await executeCopy('saved-before', name, readNotebook(name), 'sample');
  expect(report).toMatchObject({ error: null, stderr: [] });
  const said = JSON.stringify(codeOf(lesson).map(({ outputs }) => outputs));
  expect(said).toContain('is of another run (10 epochs, 54000 images). So it is trained now.');
}, 180_000);
