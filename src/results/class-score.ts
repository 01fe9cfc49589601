/** Precision, recall and F1 of one class, or their average over all classes. Each is 0 to 1. */
export interface ClassScore {
  /** The number of the class, or which average it is. */
  readonly of: number | 'macro average' | 'weighted average';
  /** Of the images guessed to be this class, the share that is; 0 if there are none. */
  readonly precision: number;
  /** Of the images of this class, the share that was found; 0 if there are none. */
  readonly recall: number;
  /** The harmonic mean of precision and recall; 0 if both are 0. */
  readonly f1: number;
  /** How many images truly are of this class. */
  readonly images: number;
}
