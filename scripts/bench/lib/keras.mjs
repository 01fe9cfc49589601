// Keras beside, on the same images: scripts/bench/training.py.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @param {import('./row.mjs').Bench} bench
 * @param {Awaited<ReturnType<typeof import('nnlab').loadFashion>>} data
 * @param {string} lesson a network by its name there
 */
export async function startKeras({ startPeer }, data, lesson, stepsPerExecution = 1) {
  if (!data.complete) throw new Error('The bench needs the whole of Fashion-MNIST: npm run data.');
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const all = [data.train, data.test];
  writeFileSync(join(folder, 'images'), Buffer.concat(all.map(({ images }) => images.data)));
  writeFileSync(join(folder, 'labels'), Buffer.concat(all.map(({ labels }) => labels)));
  const keras = await startPeer('training.py');
  await keras.ask({ load: folder });
  await keras.ask({ build: lesson, steps_per_execution: stepsPerExecution });
  const close = () => {
    keras.close();
    rmSync(folder, { recursive: true });
  };
  return { ...keras, close };
}
