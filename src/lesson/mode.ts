import type { Dataset } from '../data/dataset';
import { inQuickMode } from '../train/quick';

/** How much a lesson does: everything, less (`NNLAB_QUICK=1`), or what the small sample allows. */
export type Mode = 'full' | 'quick' | 'sample';

/** A value for each mode; where one is left out, the full value serves, on the sample in quick mode the quick one. */
export interface ByMode<T> {
  readonly full: T;
  readonly quick?: T;
  readonly sample?: T;
}

/** The mode of this run: the sample wherever the whole data set is missing, else quick if asked. */
export function lessonMode(dataset?: Dataset): Mode {
  if (dataset && !dataset.complete) return 'sample';
  return inQuickMode() ? 'quick' : 'full';
}

/**
 * Picks the value for this run: `byMode({ full: 20, quick: 3, sample: 10 }, fashion)`.
 * @example
 * ```ts
 * import { byMode } from 'nnlab';
 * const epochs = byMode({ full: 20, quick: 2 });
 * console.log(epochs);
 * ```
 */
export function byMode<T>(values: ByMode<T>, dataset?: Dataset): T {
  return values[lessonMode(dataset)] ?? (inQuickMode() ? values.quick : undefined) ?? values.full;
}
