import * as tf from '@tensorflow/tfjs-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { denseLayers } from '../../../src/engine/wasm/network';
import type { TrainingProgram } from '../../../src/engine/wasm/program';
import { WasmTrainer } from '../../../src/engine/wasm/wasm-trainer';
import { floatsOfBytes } from '../../../src/tfjs/floats-of-bytes';
import { isPacked } from '../../../src/tfjs/packed';
import { startWasm } from '../../tfjs/wasm';
import { compiledProgram } from './compiled';

// In a browser, images come into the training program as bytes, and what is learned is what floats teach, bit for bit.

const native = tf.getBackend();
let program: () => TrainingProgram;
beforeAll(async () => {
  await startWasm();
  program = await compiledProgram('training-on-bytes');
}, 120_000);
afterAll(() => tf.setBackend(native));

const COUNT = 150;
// Every byte there is, in rows of a width that fills no block.
const bytes = Uint8Array.from({ length: COUNT * 35 }, (_, i) => (i * 37 + (i >> 8)) % 256);

/** The weights after two epochs of whole batches and a smaller one. */
async function learned(images: tf.Tensor) {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        inputShape: [35],
        units: 9,
        activation: 'relu',
        kernelInitializer: 'ones',
      }),
      tf.layers.dense({ units: 3, activation: 'softmax', kernelInitializer: 'ones' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
  const labels = tf.tensor1d(Float32Array.from({ length: COUNT }, (_, i) => i % 3));
  const network = denseLayers(model) ?? [];
  const trainer = new WasmTrainer(model, network, program(), { images, labels }, 32);
  const order = Int32Array.from({ length: COUNT }, (_, i) => (i * 7) % COUNT);
  for (let epoch = 0; epoch < 2; epoch++) await trainer.run(order, () => Promise.resolve(true));
  return model.getWeights().map((weight) => weight.dataSync());
}

test.each([1, 255])('where each byte is divided by %i', async (divisor) => {
  const packed = floatsOfBytes(bytes, [COUNT, 5, 7], divisor).reshape([COUNT, 35]);
  const floats = tf.tensor2d(
    Float32Array.from(bytes, (byte) => byte / divisor),
    [COUNT, 35],
  );
  const weights = await learned(packed);
  expect(isPacked(packed)).toBe(true);
  expect(weights).toEqual(await learned(floats));
});
