// npm run leaks [-- 500]: rounds of train, predict and evaluate in one process; its memory must come to rest.
import * as tf from '@tensorflow/tfjs-node';
import { dense128, evaluate, predictImages, setSeed, shuffleSplit, toTensors, train } from 'nnlab';
import { fashionSample } from 'nnlab/dist/data/embedded.js';

const rounds = Number(process.argv[2] ?? 500);
/** After so many rounds everything that is kept for good is there. */
const settled = Math.round(0.4 * rounds);
/** What the allocator may still take; a leak of 36 kB a round was found by more. */
const ALLOWED_MB = 6;

setSeed(42);
const { train: images, validation } = shuffleSplit(fashionSample().train, 0.1);
const examples = toTensors(images);
const held = toTensors(validation);
const model = dense128();
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });

const megabytes = () => process.memoryUsage().rss / 2 ** 20;
let before = NaN;
for (let round = 0; round <= rounds; round++) {
  await train(model, examples, { silent: true, validation: held });
  predictImages(model, validation);
  evaluate(model, held);
  globalThis.gc?.();
  if (round === settled) before = megabytes();
  if (round % 50 === 0) {
    const { numTensors } = tf.memory();
    console.log(`round ${round}: ${megabytes().toFixed(1)} MB, ${numTensors} tensors`);
  }
}
const grown = megabytes() - before;
console.log(`from round ${settled} on: ${grown.toFixed(1)} MB more (allowed: ${ALLOWED_MB})`);
process.exit(grown <= ALLOWED_MB ? 0 : 1);
