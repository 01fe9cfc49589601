import type * as tf from '@tensorflow/tfjs-node';
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

/** One array an optimizer keeps for each weight. */
export interface Slot {
  /** Keras leaves out what tfjs keeps without need. */
  readonly inKeras: boolean;
  /** What tfjs's numbers are multiplied by to be Keras'. */
  readonly factor: number;
}

/** An optimizer as both sides know it. */
export interface OptimizerRow {
  readonly keras: string;
  readonly tfjs: string;
  /** Decides where Keras has one class for two of tfjs. */
  readonly fits?: (config: Config) => boolean;
  readonly fields: Fields;
  /** What Keras takes for settings an older file does not write. */
  readonly defaults: Config;
  /** In tfjs's order; the settings are tfjs's. */
  readonly slots: (settings: Config) => readonly Slot[];
  /** Whether Keras writes the slots of a weight side by side, or slot after slot. */
  readonly sideBySide: boolean;
  /** Single numbers tfjs carries from step to step, by the name of the field. */
  readonly numbers: readonly string[];
}

const slot: Slot = { inKeras: true, factor: 1 };

const COMMON: Fields = {
  name: ignored,
  learning_rate: number,
  ema_momentum: ignored,
  ema_overwrite_frequency: ignored,
  jit_compile: ignored,
};

/** Off in the plain descent; Keras has no class of its own for it. */
const none: Field = mustBe(0);

export const OPTIMIZERS: readonly OptimizerRow[] = [
  {
    keras: 'SGD',
    tfjs: 'SGD',
    fits: (config) => !config['momentum'],
    fields: { ...COMMON, momentum: none, nesterov: ignored },
    defaults: { learning_rate: 0.01 },
    slots: () => [],
    sideBySide: false,
    numbers: [],
  },
  {
    keras: 'SGD',
    tfjs: 'Momentum',
    fields: { ...COMMON, momentum: number, nesterov: called('useNesterov', flag) },
    defaults: { learning_rate: 0.01, nesterov: false },
    // Keras multiplies by the learning rate before it adds up, tfjs after.
    slots: (settings) => [{ inKeras: true, factor: -(settings['learningRate'] as number) }],
    sideBySide: false,
    numbers: [],
  },
  {
    keras: 'RMSprop',
    tfjs: 'RMSProp',
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
      { inKeras: momentum !== 0, factor: 1 },
      ...(centered === true ? [slot] : []),
    ],
    sideBySide: false,
    numbers: [],
  },
  {
    keras: 'Adam',
    tfjs: 'Adam',
    fields: { ...COMMON, beta_1: number, beta_2: number, epsilon: number },
    defaults: { learning_rate: 0.001, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7 },
    slots: () => [slot, slot],
    sideBySide: true,
    numbers: ['accBeta1', 'accBeta2'],
  },
];

/** Where Keras keeps step count, learning rate and slots. */
export const OPTIMIZER_PLACE = 'optimizer/vars';

/** tfjs's own numbers, where Keras' do not give them back to the last bit. Keras ignores them. */
export const EXACT_PLACE = 'nnlab/optimizer';

/** An array of the file: which slot it is, its number among tfjs's, the shape of its weight. */
export interface PlacedSlot {
  readonly slot: Slot;
  readonly index: number;
  readonly shape: readonly (number | null)[];
}

/** The arrays Keras keeps, in its order, for weights of these shapes. */
export function inKerasOrder(
  row: OptimizerRow,
  settings: Config,
  shapes: readonly PlacedSlot['shape'][],
): PlacedSlot[] {
  const placed = row
    .slots(settings)
    .flatMap((slot, s) =>
      shapes.map((shape, weight) => ({ slot, shape, weight, index: s * shapes.length + weight })),
    );
  if (row.sideBySide) placed.sort((a, b) => a.weight - b.weight);
  return placed.filter(({ slot }) => slot.inKeras);
}

/** One of the numbers tfjs carries from step to step. */
export function numberField(optimizer: tf.Optimizer, name: string): tf.Variable {
  return (optimizer as unknown as Record<string, tf.Variable>)[name] as tf.Variable;
}
