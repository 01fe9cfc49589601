import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { backToTheGround } from '../../src/tfjs/cut-off';

/** As Node leaves tfjs when it cuts a cell off: counted in, never counted out. */
function cutOff(): void {
  const engine = tf.engine();
  engine.startScope('cut off');
  tf.zeros([3]);
  Object.assign(engine.state, { kernelDepth: 1, gradientDepth: 1 });
}

test('after a cut in the middle of a computation gradients are found again, and nothing is left', () => {
  const before = tf.memory().numTensors;
  const slope = () =>
    tf.tidy(
      () =>
        tf
          .grad((x: tf.Tensor) => x.square().sum())(tf.tensor1d([3]))
          .dataSync()[0],
    );
  expect(slope()).toBe(6);
  cutOff();
  expect(slope).toThrow();
  backToTheGround();
  expect(slope()).toBe(6);
  expect(tf.memory().numTensors).toBe(before);
});
