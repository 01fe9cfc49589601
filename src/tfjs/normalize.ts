import * as tf from '@tensorflow/tfjs-node';

interface Weight {
  read(): tf.Tensor;
  write(value: tf.Tensor): unknown;
}

/** The fields of a BatchNormalization layer. */
export interface Normalization {
  readonly trainable: boolean;
  readonly axis: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly scale: boolean;
  readonly center: boolean;
  readonly gamma?: Weight;
  readonly beta?: Weight;
  readonly movingMean: Weight;
  readonly movingVariance: Weight;
}

/** Batch normalization by Keras' formula, along any axis and with any of its parts left out. */
export function normalize(layer: Normalization, input: tf.Tensor, training: boolean): tf.Tensor {
  return tf.tidy(() => {
    const axis = layer.axis < 0 ? layer.axis + input.rank : layer.axis;
    const along = (values: tf.Tensor) =>
      values.reshape(input.shape.map((size, place) => (place === axis ? size : 1)));
    const { mean, variance } =
      training && layer.trainable
        ? gather(layer, input, axis)
        : { mean: layer.movingMean.read(), variance: layer.movingVariance.read() };
    const spread = along(variance).add(layer.epsilon).sqrt();
    const normal = input.sub(along(mean)).div(spread);
    const scaled = layer.scale && layer.gamma ? normal.mul(along(layer.gamma.read())) : normal;
    return layer.center && layer.beta ? scaled.add(along(layer.beta.read())) : scaled;
  });
}

/** Mean and variance of a batch; the layer's own move a little towards them. */
function gather(layer: Normalization, input: tf.Tensor, axis: number) {
  const others = input.shape.map((_, place) => place).filter((place) => place !== axis);
  const { mean, variance } = tf.moments(input, others);
  const move = (gathered: Weight, value: tf.Tensor) =>
    gathered.write(
      gathered
        .read()
        .mul(layer.momentum)
        .add(value.mul(1 - layer.momentum)),
    );
  move(layer.movingMean, mean);
  move(layer.movingVariance, variance);
  return { mean, variance };
}
