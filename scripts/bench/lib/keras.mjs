// Keras beside, on the same images: scripts/bench/training.py.
import { fashionInFolder } from './images.mjs';

/**
 * @param {import('./row.mjs').Bench} bench
 * @param {Awaited<ReturnType<typeof import('nnlab').loadFashion>>} data
 * @param {string} lesson a network by its name there
 */
export async function startKeras({ startPeer }, data, lesson, stepsPerExecution = 1) {
  const { folder, remove } = fashionInFolder(data);
  const keras = await startPeer('training.py');
  await keras.ask({ load: folder });
  await keras.ask({ build: lesson, steps_per_execution: stepsPerExecution });
  const close = () => {
    keras.close();
    remove();
  };
  return { ...keras, close };
}
