// A native part is taken only if it loads and multiplies here, in a process of its own: it may crash.
import { execFileSync } from 'node:child_process';
import { beforeTensorflow, root } from '../project.mjs';

const TRY = `
  const tf = require('@tensorflow/tfjs-node');
  const product = tf.tensor2d([[1, 2], [3, 4]]).matMul(tf.tensor2d([[5], [6]]));
  if (String(product.dataSync()) !== '17,39') throw new Error('wrong product');
  console.log(JSON.stringify({ version: tf.backend().binding.TF_Version }));
`;

/** @param {string} [node] the Node to try it with
 * @returns {string} TensorFlow's own version; throws when it does not work */
export function loadTensorFlow(node = process.execPath) {
  const answer = execFileSync(node, ['--require', beforeTensorflow, '-e', TRY], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  /** @type {{ version: string }} */
  const { version } = JSON.parse(answer.trim().split('\n').at(-1) ?? '');
  return version;
}
