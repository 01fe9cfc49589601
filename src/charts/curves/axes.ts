import type { Measure } from './words';

/** What the axis of a measure is called. */
export const MEASURES = { loss: 'Loss', accuracy: 'Accuracy' } as const;

/** Whole epochs only, and not so many that their numbers touch. */
export function epochAxis(epochs: readonly number[]) {
  const first = epochs.length === 0 ? 1 : Math.min(...epochs);
  const last = Math.max(...epochs, first + 1);
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => (last - first) / size <= 10) ?? 200;
  const isTick = (epoch: number) => epoch % step === 0 && epoch - first >= step / 2;
  const ticks = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return {
    field: 'epoch',
    type: 'quantitative',
    title: 'Epoch',
    scale: { domain: [first, last], nice: false, zero: false },
    axis: {
      values: ticks.filter((epoch) => epoch === first || isTick(epoch)),
      format: 'd',
      labelFlush: false,
    },
  };
}

/** The scale need not start at 0: how a curve bends is what matters. */
export function measureAxis(measure: Measure) {
  return {
    field: measure,
    type: 'quantitative',
    title: MEASURES[measure],
    scale: { zero: false, nice: true },
  };
}
