import * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dense128 } from '../../src/models/architectures';
import { modelSummary } from '../../src/models/summary';

describe('the model summary', () => {
  let model: tf.Sequential;
  beforeEach(() => (model = dense128()));
  afterEach(() => model.dispose());

  it('names layer, type, output shape and parameters', () => {
    const [hidden, output] = modelSummary(model).rows;
    expect(hidden).toEqual([`${model.layers[0]?.name} (Dense)`, '(none, 128)', '100,480']);
    expect(output).toEqual([`${model.layers[1]?.name} (Dense)`, '(none, 10)', '1,290']);
  });

  it('adds up, with sizes, trainable and not', () => {
    expect(modelSummary(model).note).toBe(
      'total parameters 101,770 (397.54 KB) · trainable 101,770 (397.54 KB) · non-trainable 0 (0.00 B)',
    );
  });

  it('counts the optimizer once it has learned something', () => {
    model.compile({ optimizer: tf.train.adam(), loss: 'meanSquaredError' });
    expect(modelSummary(model).note).not.toContain('optimizer');
    const [images, truth] = [tf.zeros([1, 784]), tf.zeros([1, 10])];
    model.optimizer.minimize(() =>
      tf.losses.meanSquaredError(truth, model.apply(images) as tf.Tensor).asScalar(),
    );
    expect(modelSummary(model).note).toBe(
      'total parameters 305,312 (1.16 MB) · trainable 101,770 (397.54 KB) · ' +
        'non-trainable 0 (0.00 B) · optimizer 203,542 (795.09 KB)',
    );
  });

  it('counts the running means of batch normalization as not trainable', () => {
    const normalized = tf.sequential({
      layers: [tf.layers.dense({ inputShape: [4], units: 3 }), tf.layers.batchNormalization()],
    });
    expect(modelSummary(normalized).note).toContain('non-trainable 6 (24.00 B)');
    normalized.dispose();
  });
});
