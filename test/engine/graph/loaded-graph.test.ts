import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { expect, test, vi } from 'vitest';
import { train } from '../../../src/train/train';
import { smallExamples, smallModel } from '../../train/small';

vi.mock('node:fs', { spy: true });

test('every graph is loaded from the same folder, which is gone afterwards', async () => {
  const model = smallModel();
  const examples = smallExamples(400);
  for (let call = 0; call < 3; call++) await train(model, examples, { silent: true, batchSize: 4 });
  const written = vi.mocked(writeFileSync).mock.calls.map(([file]) => String(file));
  const graphs = written.filter((file) => file.endsWith('saved_model.pb'));
  expect(graphs).toHaveLength(3);
  expect(new Set(graphs).size).toBe(1);
  expect(existsSync(dirname(graphs[0] ?? ''))).toBe(false);
  tf.dispose([examples.images, examples.labels]);
  model.dispose();
});
