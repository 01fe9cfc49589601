/** An activation function and its slope. */
export interface Activation {
  readonly name: string;
  readonly f: (x: number) => number;
  readonly slope: (x: number) => number;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** The activation functions of the lessons that take one number and give one. */
export const ACTIVATIONS = {
  linear: { name: 'Linear', f: (x) => x, slope: () => 1 },
  relu: { name: 'ReLU', f: (x) => Math.max(0, x), slope: (x) => (x > 0 ? 1 : 0) },
  leakyRelu: {
    name: 'LeakyReLU (0.1)',
    f: (x) => (x >= 0 ? x : 0.1 * x),
    slope: (x) => (x >= 0 ? 1 : 0.1),
  },
  sigmoid: { name: 'Sigmoid', f: sigmoid, slope: (x) => sigmoid(x) * (1 - sigmoid(x)) },
  tanh: { name: 'Tanh', f: Math.tanh, slope: (x) => 1 - Math.tanh(x) ** 2 },
} as const satisfies Record<string, Activation>;

/** The activation functions that can be drawn. */
export type ActivationName = keyof typeof ACTIVATIONS;

/**
 * Scores become shares of one: larger scores get more than their part.
 * @example
 * ```ts
 * import { softmax } from 'nnlab';
 * console.log(softmax([2, 1, 0])); // three shares that sum to 1
 * ```
 */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
