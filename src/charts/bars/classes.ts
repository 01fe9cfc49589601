import { labelCounts } from '../../results/label-counts';
import { formatCount } from '../../results/numbers';
import { shortNames } from '../../results/short-names';
import type { ClassScore } from '../../results/class-score';
import type { Chart } from '../chart';
import { COLOURS, themed } from '../theme';
import { endLabels, namesAxis } from './rows';

const BAR = 26;
const SCORES = ['precision', 'recall'] as const;

/**
 * How many images each class has.
 * @example
 * ```ts
 * import { labelBars, loadFashion, show } from 'nnlab';
 * const fashion = await loadFashion();
 * show(labelBars(fashion.train.labels, fashion.classNames));
 * ```
 */
export function labelBars(
  labels: ArrayLike<number>,
  classNames: readonly string[],
  title = 'Images per class',
): Chart {
  const names = shortNames(classNames);
  const counts = labelCounts(labels, classNames.length);
  const values = counts.map((images, kind) => ({ name: names[kind] ?? String(kind), images }));
  return themed({
    title,
    description: countWords(title, values),
    width: 380,
    height: { step: BAR },
    data: { values },
    encoding: {
      x: { field: 'images', type: 'quantitative', title: 'Images', axis: { tickCount: 5 } },
      y: namesAxis,
      tooltip: [
        { field: 'name', type: 'nominal', title: 'Class' },
        { field: 'images', type: 'quantitative', title: 'Images', format: ',' },
      ],
    },
    layer: [
      { mark: { type: 'bar', color: COLOURS.blue } },
      endLabels({ field: 'images', type: 'quantitative', format: ',' }),
    ],
  });
}

function countWords(title: string, values: readonly { name: string; images: number }[]): string {
  const counts = values.map(({ images }) => images);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const all = `${title}: ${formatCount(total)} images in ${values.length} classes`;
  if (least === most) return `${all}, ${formatCount(least)} in each.`;
  const which = (count: number) => values.find(({ images }) => images === count)?.name;
  const said = (count: number) => `${formatCount(count)} (${which(count)})`;
  return `${all}, from ${said(least)} to ${said(most)}.`;
}

/**
 * Precision and recall of each class as two bars.
 * @example
 * ```ts
 * import { classScores, dense128, loadFashion, predictImages, scoreBars, show, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * show(scoreBars(classScores(judged), fashion.classNames));
 * ```
 */
export function scoreBars(
  scores: readonly ClassScore[],
  classNames: readonly string[],
  title = 'Precision and recall per class',
): Chart {
  const values = scoreRows(scores, shortNames(classNames));
  return themed({
    title,
    description: scoreWords(title, values),
    width: 380,
    height: { step: 17 },
    data: { values },
    encoding: {
      x: {
        field: 'value',
        type: 'quantitative',
        title: 'Share',
        scale: { domain: [0, 1] },
        axis: { tickCount: 5 },
      },
      y: namesAxis,
      yOffset: { field: 'score', type: 'nominal', sort: SCORES },
      tooltip: [
        { field: 'name', type: 'nominal', title: 'Class' },
        { field: 'score', type: 'nominal', title: 'Score' },
        { field: 'value', type: 'quantitative', title: 'Share', format: '.3f' },
      ],
    },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          color: {
            field: 'score',
            type: 'nominal',
            scale: { domain: SCORES, range: [COLOURS.blue, COLOURS.orange] },
            legend: { title: null, orient: 'top', symbolType: 'square' },
          },
        },
      },
      endLabels({ field: 'value', type: 'quantitative', format: '.2f' }),
    ],
  });
}

type ScoreRow = { name: string; score: (typeof SCORES)[number]; value: number };

function scoreRows(scores: readonly ClassScore[], classNames: readonly string[]): ScoreRow[] {
  return scores.flatMap((row) => {
    const { of } = row;
    // The mean over all classes stands in no bar.
    if (typeof of !== 'number') return [];
    const name = classNames[of] ?? String(of);
    return SCORES.map((score) => ({ name, score, value: row[score] }));
  });
}

function scoreWords(title: string, values: readonly ScoreRow[]): string {
  const ends = SCORES.map((score) => {
    const sorted = values.filter((row) => row.score === score).sort((a, b) => a.value - b.value);
    const [low, high] = [sorted[0], sorted.at(-1)];
    return low && high
      ? `${score} from ${low.value.toFixed(2)} (${low.name}) to ${high.value.toFixed(2)} (${high.name})`
      : `no ${score}`;
  });
  return `${title}: ${ends.join(', ')}.`;
}
