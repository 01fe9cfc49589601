// Saves two models in turn to one file until it is killed: node saver.mjs <file> [once]
import { argv, stderr, stdout } from 'node:process';
import * as tf from '@tensorflow/tfjs-node';
import { saveModel } from 'nnlab';

const [path = '', once] = argv.slice(2);
const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [300], units: 2 })] });

try {
  for (let turn = 0; turn === 0 || !once; turn++) {
    await saveModel(model, path, { classNames: turn % 2 ? ['odd', 'b'] : ['even', 'b'] });
    stdout.write('.');
  }
} catch (error) {
  stderr.write(error instanceof Error ? error.message : String(error));
  throw error;
}
