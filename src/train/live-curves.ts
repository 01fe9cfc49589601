import type * as tf from '@tensorflow/tfjs-node';
import { growingCurves, learningCurves } from '../charts/curves/curves';
import { historyOf } from '../results/history';
import { liveChart } from '../show/live';
import type { EpochPlan } from './epoch-table';

/** A model's loss and accuracy, drawn anew after each epoch. */
export interface LiveCurves {
  update(): void;
  /** Draws what the training has come to. */
  finish(): void;
}

/** Opens the chart of a training: empty at first, its axis as long as the training. */
export function liveCurves(
  model: tf.LayersModel,
  { epochs, validated, figures }: EpochPlan,
  firstEpoch: number,
): LiveCurves {
  const chart = liveChart();
  const planned = {
    firstEpoch,
    lastEpoch: epochs,
    splits: validated ? (['train', 'validation'] as const) : (['train'] as const),
    measures: (['loss', 'accuracy'] as const).filter((name) => figures.includes(name)),
  };
  const update = () => chart.update(growingCurves(historyOf(model), planned));
  update();
  const finish = () => {
    const rows = historyOf(model);
    // Whoever stops in the first epoch has no curve yet, and keeps the empty axes.
    if (rows.length > 0) chart.finish(learningCurves(rows));
  };
  return { update, finish };
}
