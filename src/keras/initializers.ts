import {
  asConfig,
  choice,
  ignored,
  isConfig,
  number,
  optional,
  readFields,
  shown,
  writeFields,
  type Config,
  type Field,
  type Fields,
} from './fields';

/** A Keras object in JSON: `{ module, class_name, config, registered_name }`. */
export function kerasObject(module: string, className: string, config: Config): Config {
  return { module, class_name: className, config, registered_name: null };
}

/** A Keras object, as far as it matters. */
export interface NamedConfig {
  readonly className: string;
  readonly config: Config;
}

/** The class name and config of a Keras object; older files write some of them as a word. */
export function namedConfig(value: unknown): NamedConfig {
  if (typeof value === 'string') return { className: value, config: {} };
  const { class_name: className, config } = asConfig(value);
  if (typeof className === 'string' && isConfig(config)) return { className, config };
  throw new Error(`should be a Keras object with class_name and config, but is ${shown(value)}`);
}

/** hard_sigmoid is left out on purpose: Keras 3 computes another curve than tfjs. */
export const activation = choice({
  linear: 'linear',
  relu: 'relu',
  relu6: 'relu6',
  elu: 'elu',
  selu: 'selu',
  gelu: 'gelu',
  mish: 'mish',
  silu: 'swish',
  sigmoid: 'sigmoid',
  softmax: 'softmax',
  log_softmax: 'logSoftmax',
  softplus: 'softplus',
  softsign: 'softsign',
  tanh: 'tanh',
});

// Seeds and axes of initializers have done their work once the weights exist.
const seed: Field = {
  read: (value) => (Number.isSafeInteger(value) ? value : null),
  write: (value) => value ?? null,
};
const drawn: Fields = { seed, input_axes: ignored, output_axes: ignored };

const INITIALIZERS: Readonly<Record<string, Fields>> = {
  Zeros: {},
  Ones: {},
  Constant: { value: number },
  RandomNormal: { mean: number, stddev: number, seed },
  RandomUniform: { minval: number, maxval: number, seed },
  TruncatedNormal: { mean: number, stddev: number, seed },
  Orthogonal: { gain: number, seed },
  Identity: { gain: number },
  VarianceScaling: {
    ...drawn,
    scale: number,
    mode: choice({ fan_in: 'fanIn', fan_out: 'fanOut', fan_avg: 'fanAvg' }),
    distribution: choice({ uniform: 'uniform', truncated_normal: 'normal' }),
  },
};

/** Names that every Keras 3 understands; the plain ones are too new for some. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  Orthogonal: 'OrthogonalInitializer',
  Identity: 'IdentityInitializer',
};

/** Keras' short names for what tfjs calls VarianceScaling. */
const SCALED: Readonly<Record<string, Config>> = {
  GlorotUniform: { scale: 1, mode: 'fanAvg', distribution: 'uniform' },
  GlorotNormal: { scale: 1, mode: 'fanAvg', distribution: 'normal' },
  HeUniform: { scale: 2, mode: 'fanIn', distribution: 'uniform' },
  HeNormal: { scale: 2, mode: 'fanIn', distribution: 'normal' },
  LecunUniform: { scale: 1, mode: 'fanIn', distribution: 'uniform' },
  LecunNormal: { scale: 1, mode: 'fanIn', distribution: 'normal' },
};

export const initializer: Field = { read: readInitializer, write: writeInitializer };

function readInitializer(value: unknown): unknown {
  const { className: name, config } = namedConfig(value);
  const className = name.replace(/Initializer$/, '');
  const scaled = Object.hasOwn(SCALED, className) ? SCALED[className] : undefined;
  if (scaled) {
    return { className: 'VarianceScaling', config: { ...scaled, ...readFields(drawn, config) } };
  }
  return { className, config: readFields(fieldsOf(className), config) };
}

function writeInitializer(value: unknown): unknown {
  const { className, config } = value as { className: string; config: Config };
  const short = Object.keys(SCALED).find(
    (name) => className === 'VarianceScaling' && sameScaling(SCALED[name], config),
  );
  const written = writeFields(
    short ? drawn : fieldsOf(className),
    short ? { seed: config['seed'] } : config,
  );
  return kerasObject('keras.initializers', short ?? OLD_NAMES[className] ?? className, written);
}

function sameScaling(scaled: Config | undefined, config: Config): boolean {
  return Object.entries(scaled ?? {}).every(([key, value]) => config[key] === value);
}

function fieldsOf(className: string): Fields {
  const fields = Object.hasOwn(INITIALIZERS, className) ? INITIALIZERS[className] : undefined;
  if (fields) return fields;
  throw new Error(`is ${shown(className)}, an initializer nnlab does not know`);
}

const REGULARIZERS: Readonly<Record<string, Fields>> = {
  L1: { l1: number },
  L2: { l2: number },
  L1L2: { l1: number, l2: number },
};

export const regularizer = optional({
  read(value) {
    const { className, config } = namedConfig(value);
    const fields = Object.hasOwn(REGULARIZERS, className) ? REGULARIZERS[className] : undefined;
    if (!fields) throw new Error(`is ${shown(className)}, a regularizer nnlab does not know`);
    // tfjs takes 0.01 for a share that is left out, so the other one is a plain 0.
    return { className: 'L1L2', config: { l1: 0, l2: 0, ...readFields(fields, config) } };
  },
  write(value) {
    const { config } = value as { config: Config };
    return kerasObject('keras.regularizers', 'L1L2', { l1: config['l1'], l2: config['l2'] });
  },
});
