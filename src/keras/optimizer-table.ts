import * as tf from '@tensorflow/tfjs-node';
import { disposeLostNumber } from '../tfjs/optimizer-state';
import { Adadelta } from '../optimizers/adadelta';
import { Adagrad } from '../optimizers/adagrad';
import { Adamax } from '../optimizers/adamax';
import { AdamW } from '../optimizers/adamw';
import { CenteredRMSProp } from '../optimizers/centered-rmsprop';
import { Ftrl } from '../optimizers/ftrl';
import { Nadam } from '../optimizers/nadam';
import {
  called,
  flag,
  ignored,
  number,
  mustBe,
  type Config,
  type Field,
  type Fields,
} from './fields';
import type { OptimizerClass, OptimizerRow, Slot } from './optimizers';

/** An optimizer that tfjs itself has, with Keras' formula. */
function ofTensorflow(name: string): OptimizerClass {
  return {
    name,
    make(settings) {
      const known = tf.serialization.SerializationMap.getMap().classNameMap[name];
      if (!known) throw new Error(`TensorFlow.js has no optimizer ${name}`);
      const [optimizerClass, fromConfig] = known;
      const config = settings as tf.serialization.ConfigDict;
      return disposedWhole(fromConfig(optimizerClass, config) as tf.Optimizer);
    },
    made: (optimizer) => optimizer.getClassName() === name,
  };
}

/** tfjs's momentum leaves the tensor of its learning rate behind when it is disposed of. */
function disposedWhole(optimizer: tf.Optimizer): tf.Optimizer {
  const dispose = optimizer.dispose.bind(optimizer);
  optimizer.dispose = () => {
    dispose();
    disposeLostNumber(optimizer);
  };
  return optimizer;
}

/** An optimizer of src/optimizers/. */
function own<Settings>(Class: {
  new (settings: Settings): tf.Optimizer;
  readonly className: string;
}): OptimizerClass {
  return {
    name: Class.className,
    make: (settings) => new Class(settings as Settings),
    // Not instanceof, to which tfjs says yes for every optimizer.
    made: (optimizer) => optimizer.constructor === Class,
  };
}

const slot: Slot = { inKeras: true, factor: 1, initial: 0 };

const COMMON: Fields = {
  name: ignored,
  learning_rate: number,
  ema_momentum: ignored,
  ema_overwrite_frequency: ignored,
  jit_compile: ignored,
};

/** Off in the plain descent; Keras has no class of its own for it. */
const none: Field = mustBe(0);

const rmsprop: Omit<OptimizerRow, 'ours'> = {
  keras: 'RMSprop',
  fields: {
    ...COMMON,
    rho: called('decay', number),
    momentum: number,
    epsilon: number,
    centered: flag,
  },
  defaults: { learning_rate: 0.001, rho: 0.9, momentum: 0, epsilon: 1e-7, centered: false },
  slots: ({ momentum, centered }) => [
    slot,
    { ...slot, inKeras: momentum !== 0 },
    ...(centered === true ? [slot] : []),
  ],
  sideBySide: false,
  numbers: [],
};

const BETAS: Fields = { ...COMMON, beta_1: number, beta_2: number, epsilon: number };
const ADAM: Config = { learning_rate: 0.001, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7 };

/** What Adam and its relatives gather: a mean of the gradients and one of their squares. */
const two: Pick<OptimizerRow, 'slots' | 'sideBySide' | 'numbers'> = {
  slots: () => [slot, slot],
  sideBySide: true,
  numbers: [],
};

const starting = (value: unknown): Slot => ({ ...slot, initial: value as number });

/** The first row that fits counts. */
export const OPTIMIZERS: readonly OptimizerRow[] = [
  {
    keras: 'SGD',
    ours: ofTensorflow('SGD'),
    fits: (config) => !config['momentum'],
    fields: { ...COMMON, momentum: none, nesterov: ignored },
    defaults: { learning_rate: 0.01 },
    slots: () => [],
    sideBySide: false,
    numbers: [],
  },
  {
    keras: 'SGD',
    ours: ofTensorflow('Momentum'),
    fields: { ...COMMON, momentum: number, nesterov: called('useNesterov', flag) },
    defaults: { learning_rate: 0.01, nesterov: false },
    // Keras multiplies by the learning rate before it adds up, tfjs after.
    slots: (settings) => [{ ...slot, factor: -(settings['learningRate'] as number) }],
    sideBySide: false,
    numbers: [],
  },
  {
    ...rmsprop,
    ours: own(CenteredRMSProp),
    fits: (config) => config['centered'] === true,
  },
  { ...rmsprop, ours: ofTensorflow('RMSProp') },
  {
    ...two,
    keras: 'Adam',
    ours: ofTensorflow('Adam'),
    fields: BETAS,
    defaults: ADAM,
    numbers: ['accBeta1', 'accBeta2'],
  },
  {
    ...two,
    keras: 'AdamW',
    ours: own(AdamW),
    fields: { ...BETAS, weight_decay: number },
    defaults: { ...ADAM, weight_decay: 0.004 },
  },
  { ...two, keras: 'Adamax', ours: own(Adamax), fields: BETAS, defaults: ADAM },
  { ...two, keras: 'Nadam', ours: own(Nadam), fields: BETAS, defaults: ADAM, shared: 'uProduct' },
  {
    keras: 'Adagrad',
    ours: own(Adagrad),
    fields: { ...COMMON, initial_accumulator_value: number, epsilon: number },
    defaults: { learning_rate: 0.001, initial_accumulator_value: 0.1, epsilon: 1e-7 },
    slots: ({ initialAccumulatorValue }) => [starting(initialAccumulatorValue)],
    sideBySide: false,
    numbers: [],
  },
  {
    ...two,
    keras: 'Adadelta',
    ours: own(Adadelta),
    fields: { ...COMMON, rho: number, epsilon: number },
    defaults: { learning_rate: 0.001, rho: 0.95, epsilon: 1e-7 },
  },
  {
    ...two,
    keras: 'Ftrl',
    ours: own(Ftrl),
    fields: {
      ...COMMON,
      learning_rate_power: number,
      initial_accumulator_value: number,
      l1_regularization_strength: number,
      l2_regularization_strength: number,
      l2_shrinkage_regularization_strength: number,
      beta: number,
    },
    defaults: {
      learning_rate: 0.001,
      learning_rate_power: -0.5,
      initial_accumulator_value: 0.1,
      l1_regularization_strength: 0,
      l2_regularization_strength: 0,
      l2_shrinkage_regularization_strength: 0,
      beta: 0,
    },
    slots: ({ initialAccumulatorValue }) => [starting(initialAccumulatorValue), slot],
  },
];
