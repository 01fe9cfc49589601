import { expect, test } from 'vitest';
import { errorOf, realKernel } from './real-kernel';

// What a kernel has for itself, which each learner of a class needs once more. `npm run bench -- memory` measures
// a whole lesson.

const { run, memory } = realKernel();
const runs = async (code: string) => expect(errorOf(await run(code)).message).toBeUndefined();
const MB = 2 ** 20;

test('at rest after the imports of a lesson it has less than 220 MB', async () => {
  const code = "import * as tf from '@tensorflow/tfjs-node';\nimport { toTensors } from 'nnlab';";
  await runs(`${code}\ntf.scalar(1).dataSync();`);
  expect(await memory()).toBeLessThan(220 * MB);
}, 120_000);

test('tensors of images take a byte for a grey value, and little beside', async () => {
  const count = 30_000;
  await runs(
    `const images = { shape: [${count}, 28, 28] as const, data: new Uint8Array(${count} * 784).fill(7) };`,
  );
  const before = await memory();
  await runs(
    `const tensors = toTensors({ images: images, labels: new Uint8Array(${count}) });\ntensors.images.slice([0], [1]).dataSync();`,
  );
  const numbers = count * 784;
  const taken = (await memory()) - before;
  expect(taken).toBeGreaterThan(0.9 * numbers);
  expect(taken).toBeLessThan(numbers + 15 * MB);
});

test('what a cell leaves that nothing reaches is cleared away when the cell has ended', async () => {
  const before = await memory();
  await runs(`console.log(new Uint8Array(${50 * MB}).fill(1).length);`);
  expect((await memory()) - before).toBeLessThan(25 * MB);
});
