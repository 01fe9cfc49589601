import type * as tf from '@tensorflow/tfjs-node';
import type { Config, Fields } from './fields';

/** One array an optimizer keeps for each weight. */
export interface Slot {
  /** Keras leaves out what tfjs keeps without need. */
  readonly inKeras: boolean;
  /** What tfjs's numbers are multiplied by to be Keras'. */
  readonly factor: number;
  /** What it holds before the first step. */
  readonly initial: number;
}

/** Our side of an optimizer: of tfjs, or with Keras' formula where tfjs has another or none. */
export interface OptimizerClass {
  readonly name: string;
  make(settings: Config): tf.Optimizer;
  made(optimizer: tf.Optimizer): boolean;
}

/** An optimizer as both sides know it. */
export interface OptimizerRow {
  readonly keras: string;
  readonly ours: OptimizerClass;
  /** Decides where Keras has one class for two of ours. */
  readonly fits?: (config: Config) => boolean;
  readonly fields: Fields;
  /** What Keras takes for settings an older file does not write. */
  readonly defaults: Config;
  /** In tfjs's order; the settings are tfjs's. */
  readonly slots: (settings: Config) => readonly Slot[];
  /** Whether Keras writes the slots of a weight side by side, or slot after slot. */
  readonly sideBySide: boolean;
  /** Single numbers we carry from step to step and Keras does not, by the name of the field. */
  readonly numbers: readonly string[];
  /** A single number both carry, which Keras writes after the slots, older versions before them. */
  readonly shared?: string;
}

/** Where Keras keeps step count, learning rate and slots. */
export const OPTIMIZER_PLACE = 'optimizer/vars';

/** The first place behind step count and learning rate. */
export const FIRST_SLOT = 2;

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
