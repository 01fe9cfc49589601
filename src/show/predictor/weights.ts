import * as tf from '@tensorflow/tfjs-node';
import { bytesOf, joinBytes } from '../../files/bytes';
import type { LabelledImages } from '../../data/dataset';
import { divisorFor } from '../../results/scaling';
import { floatsOfBytes } from '../../tfjs/floats-of-bytes';
import { toHalf } from './half';
import type { WeightSpec } from './payload';

/** A model's weights as they travel into a page. */
export interface PackedWeights {
  readonly specs: WeightSpec[];
  readonly bytes: Uint8Array;
}

/** No probability may move by this much when the weights are rounded to 16 bits. */
const LARGEST_MOVE = 0.005;

/** Packs the weights at 16 bits a number if no guess on the images changes by it, else at 32. */
export function packWeights(model: tf.LayersModel, { images }: LabelledImages): PackedWeights {
  const rounded = packed(model, 16);
  return guessesStay(model, rounded, images) ? rounded : packed(model, 32);
}

function packed(model: tf.LayersModel, bits: 16 | 32): PackedWeights {
  const values = model.getWeights().map((weight) => weight.dataSync() as Float32Array);
  const specs = model.weights.map(({ originalName, shape }): WeightSpec => {
    const spec = { name: originalName, shape: shape.map(Number), dtype: 'float32' } as const;
    if (bits === 32) return spec;
    return { ...spec, quantization: { dtype: 'float16', original_dtype: 'float32' } };
  });
  const parts = values.map((value) => (bits === 16 ? toHalf(value) : value));
  return { specs, bytes: joinBytes(parts.map(bytesOf)) };
}

function guessesStay(
  model: tf.LayersModel,
  rounded: PackedWeights,
  images: LabelledImages['images'],
): boolean {
  return tf.tidy(() => {
    const [count, rows, columns] = images.shape;
    const shape = model.inputs[0]?.shape.slice(1).map(Number) ?? [rows, columns];
    const grey = floatsOfBytes(images.data, [count, rows, columns], divisorFor(model));
    const input = grey.reshape([count, ...shape]);
    const predicted = () => model.predict(input, { batchSize: 1000 }) as tf.Tensor2D;
    const exact = predicted();
    const rough = withWeights(model, unpacked(rounded), predicted);
    const sameGuess = exact.argMax(1).equal(rough.argMax(1)).all().dataSync()[0] === 1;
    const move = exact.sub(rough).abs().max().dataSync()[0] ?? Infinity;
    return sameGuess && move < LARGEST_MOVE;
  });
}

/** The weights as a page will read them. */
export function unpacked({ specs, bytes }: PackedWeights): tf.Tensor[] {
  const buffer = Uint8Array.from(bytes).buffer;
  return Object.values(tf.io.decodeWeights(buffer, specs));
}

/** Runs `work` while the model holds other weights, and gives it its own back. */
function withWeights<T>(model: tf.LayersModel, weights: tf.Tensor[], work: () => T): T {
  const own = model.getWeights().map((weight) => weight.clone());
  try {
    model.setWeights(weights);
    return work();
  } finally {
    model.setWeights(own);
  }
}
