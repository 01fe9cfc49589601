import * as tf from '@tensorflow/tfjs-node';

/** Waits for a turn of the event loop, and rejects when Stop was pressed. */
export type Pause = () => Promise<void>;

/**
 * Directions in which all images look alike are flat valleys for the loss, others steep walls,
 * and a descent zigzags between them. This matrix turns the inputs so that every direction is
 * about as steep as every other: with it L-BFGS needs a fifth of the iterations on MNIST.
 *
 * The inputs have a row for each image and ones in the last column. The curvature of the loss
 * is about c·XᵀX/n with c = (1 - 1/classes)/classes; with L·Lᵀ for this, the matrix is L⁻¹.
 */
export async function whitening(
  inputs: tf.Tensor2D,
  classes: number,
  pause: Pause,
): Promise<tf.Tensor2D> {
  const [count, size] = inputs.shape;
  const share = (1 - 1 / classes) / classes / count;
  const curvature = tf.tidy(() => tf.matMul(inputs, inputs, true, false).mul(share).dataSync());
  const matrix = damped(Float64Array.from(curvature), size);
  const inverse = await inverseOfLower(await cholesky(matrix, size, pause), size, pause);
  return tf.tensor2d(Float32Array.from(inverse), [size, size]);
}

/** Directions in which images hardly differ would be blown up without a little extra on the diagonal. */
function damped(matrix: Float64Array, size: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[i * size + i] ?? 0;
  const extra = (0.2 * trace) / size;
  for (let i = 0; i < size; i++) matrix[i * size + i] = (matrix[i * size + i] ?? 0) + extra;
  return matrix;
}

/** The lower triangle L with L·Lᵀ = matrix, row by row. */
async function cholesky(matrix: Float64Array, size: number, pause: Pause): Promise<Float64Array> {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    await pause();
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) rest -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
      lower[i * size + j] = i === j ? Math.sqrt(rest) : rest / (lower[j * size + j] ?? 1);
    }
  }
  return lower;
}

/** The inverse of a lower triangle: each row follows from the rows above it. */
async function inverseOfLower(
  lower: Float64Array,
  size: number,
  pause: Pause,
): Promise<Float64Array> {
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    await pause();
    const pivot = lower[i * size + i] ?? 1;
    inverse[i * size + i] = 1 / pivot;
    for (let k = 0; k < i; k++) {
      const factor = (lower[i * size + k] ?? 0) / pivot;
      for (let j = 0; j <= k; j++) {
        inverse[i * size + j] =
          (inverse[i * size + j] ?? 0) - factor * (inverse[k * size + j] ?? 0);
      }
    }
  }
  return inverse;
}
