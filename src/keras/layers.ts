import {
  called,
  choice,
  flag,
  notNegative,
  number,
  mustBe,
  optional,
  size,
  sizePair,
  sizes,
  whole,
  type Field,
  type Fields,
} from './fields';
import { activation, initializer, regularizer } from './initializers';

const padding = choice({ valid: 'valid', same: 'same' });
const dataFormat = choice({ channels_last: 'channelsLast', channels_first: 'channelsFirst' });
/** Flatten alone may leave it open in tfjs. */
const flattenFormat: Field = {
  read: dataFormat.read,
  write: (value) => dataFormat.write(value ?? 'channelsLast'),
};

const kernelAndBias: Fields = {
  activation,
  use_bias: flag,
  kernel_initializer: initializer,
  bias_initializer: initializer,
  kernel_regularizer: regularizer,
  bias_regularizer: regularizer,
  activity_regularizer: mustBe(),
  kernel_constraint: mustBe(),
  bias_constraint: mustBe(),
};

const pooling: Fields = {
  pool_size: sizePair,
  strides: sizePair,
  padding,
  data_format: dataFormat,
};

const globalPooling: Fields = { data_format: dataFormat, keepdims: mustBe(false) };

/**
 * What nnlab carries between Keras and tfjs: a row for each layer class, in it a field for
 * each of Keras' settings. Both sides call the classes the same.
 */
export const LAYERS: Readonly<Record<string, Fields>> = {
  Flatten: { data_format: flattenFormat },
  Reshape: { target_shape: sizes },
  Rescaling: { scale: number, offset: number },
  Dense: { ...kernelAndBias, units: size },
  Activation: { activation },
  ReLU: {
    max_value: optional(notNegative),
    negative_slope: mustBe(0),
    threshold: mustBe(0),
  },
  LeakyReLU: { negative_slope: called('alpha', number) },
  Softmax: { axis: whole },
  Dropout: { rate: number, seed: optional(whole), noise_shape: mustBe() },
  BatchNormalization: {
    axis: whole,
    momentum: number,
    epsilon: number,
    center: flag,
    scale: flag,
    beta_initializer: initializer,
    gamma_initializer: initializer,
    moving_mean_initializer: initializer,
    moving_variance_initializer: initializer,
    beta_regularizer: regularizer,
    gamma_regularizer: regularizer,
    beta_constraint: mustBe(),
    gamma_constraint: mustBe(),
    renorm_momentum: mustBe(0.99),
  },
  Conv2D: {
    ...kernelAndBias,
    filters: size,
    kernel_size: sizePair,
    strides: sizePair,
    padding,
    data_format: dataFormat,
    dilation_rate: sizePair,
    groups: mustBe(1),
  },
  MaxPooling2D: pooling,
  AveragePooling2D: pooling,
  GlobalMaxPooling2D: globalPooling,
  GlobalAveragePooling2D: globalPooling,
};
