import * as tf from '@tensorflow/tfjs-node';

/** Of a tensor with more numbers, only the first part is written. */
const MOST = 10_000;

/** A tensor in words: its type, its shape and its values, of a large one the first. */
export function tensorText(tensor: tf.Tensor): string {
  const what = `${tensor.dtype} tensor of shape [${tensor.shape.join(', ')}]`;
  if (tensor.isDisposed) return `${what}, disposed of: its numbers are gone`;
  return tf.tidy(() => {
    const { part, path } = firstPart(tensor, '');
    return `${what}${path && `, its part ${path}`}\n${valuesOf(part)}`;
  });
}

function firstPart(part: tf.Tensor, path: string): { part: tf.Tensor; path: string } {
  if (part.size <= MOST || part.rank < 2) return { part, path };
  const [first] = tf.slice(part, 0, 1).unstack();
  return first ? firstPart(first, `${path}[0]`) : { part, path };
}

/** As tfjs writes them, without its heading. */
function valuesOf(tensor: tf.Tensor): string {
  return tensor.toString().replace(/^Tensor\n/, '');
}
