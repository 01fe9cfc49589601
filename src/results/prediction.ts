/** What a model says of one image. Classes are numbers 0..n-1, in the order of the class names. */
export interface Prediction {
  readonly index: number;
  /** The true class, where it is known. */
  readonly truth?: number;
  readonly guess: number;
  /** The probability of the guess. */
  readonly confidence: number;
  readonly probabilities: readonly number[];
}
