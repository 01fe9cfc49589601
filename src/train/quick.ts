import { environment } from '../platform';

/** Fewer examples than this pass through a network in a few seconds, whatever the number of epochs. */
const LONG = 250_000;

/** Whether lessons shall run through in under a minute each (`NNLAB_QUICK=1`). */
export const inQuickMode = (): boolean => environment('NNLAB_QUICK') === '1';

/** The last epoch of a training: in quick mode a long one takes a quarter of its epochs. */
export function lastEpoch(planned: number, initialEpoch: number, examples: number): number {
  const epochs = planned - initialEpoch;
  if (!inQuickMode() || epochs * examples < LONG) return planned;
  return initialEpoch + Math.ceil(epochs / 4);
}
