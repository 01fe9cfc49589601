import { shortNames } from '../../results/short-names';
import type { Images } from '../../data/dataset';
import type { Prediction } from '../../results/prediction';
import type { Chart } from '../chart';
import { images as imageLayer } from '../drawing';
import { type Ink, imageUrl } from '../images/grey';
import { percent, withShare } from '../images/prediction-grid';
import { COLOURS, themed } from '../theme';
import { endLabels, namesAxis } from './rows';

const BAR = 24;

/**
 * An image and, beside it, the probability of each class: the guess and the truth stand out.
 * @example
 * ```ts
 * import { dense128, loadFashion, predictImages, probabilityBars, show, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * show(probabilityBars(fashion.test.images, judged[0]!, fashion.classNames));
 * ```
 */
export function probabilityBars(
  images: Images,
  prediction: Prediction,
  givenNames: readonly string[],
  ink: Ink = 'binary',
): Chart {
  const classNames = shortNames(givenNames);
  const side = BAR * prediction.probabilities.length;
  const url = imageUrl(images, prediction.index, ink);
  return themed({
    title: headline(prediction, classNames),
    description: wordsFor(prediction, classNames),
    spacing: 24,
    hconcat: [
      {
        width: side,
        height: side,
        layer: [imageLayer([{ x: 0, y: 0, x2: side, y2: side, url }])],
      },
      bars(prediction, classNames),
    ],
  });
}

const nameOf = (classNames: readonly string[], kind: number) => classNames[kind] ?? String(kind);

function headline({ truth, guess, confidence }: Prediction, classNames: readonly string[]): string {
  const caption = withShare(nameOf(classNames, guess), confidence);
  if (truth === undefined) return caption;
  return truth === guess ? `✓ ${caption}` : `✗ ${caption}, in truth ${nameOf(classNames, truth)}`;
}

function bars({ truth, guess, probabilities }: Prediction, classNames: readonly string[]) {
  const guessed = truth === undefined ? COLOURS.blue : COLOURS.red;
  const values = probabilities.map((probability, kind) => ({
    name: nameOf(classNames, kind),
    probability,
    text: percent(probability) + (kind === truth ? ' ← truth' : ''),
    colour: kind === truth ? COLOURS.green : kind === guess ? guessed : COLOURS.quiet,
  }));
  return {
    width: 300,
    height: { step: BAR },
    data: { values },
    encoding: {
      x: {
        field: 'probability',
        type: 'quantitative',
        title: 'Probability',
        scale: { domain: [0, 1] },
        axis: { format: '.0%', tickCount: 5 },
      },
      y: namesAxis,
      tooltip: [
        { field: 'name', type: 'nominal', title: 'Class' },
        { field: 'probability', type: 'quantitative', title: 'Probability', format: '.6f' },
      ],
    },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: { color: { field: 'colour', type: 'nominal', scale: null } },
      },
      endLabels({ field: 'text', type: 'nominal' }),
    ],
  };
}

function wordsFor(prediction: Prediction, classNames: readonly string[]): string {
  const { index, truth, guess, probabilities } = prediction;
  const verdict = truth === guess ? 'right' : `wrong: it is ${nameOf(classNames, truth ?? guess)}`;
  const answer = truth === undefined ? '' : `, and that is ${verdict}`;
  const order = probabilities.map((share, kind) => ({ share, kind }));
  const top = order.sort((a, b) => b.share - a.share).slice(0, 3);
  const likely = top.filter(({ share }, place) => place === 0 || share >= 0.005);
  const [first, ...others] = likely.map(
    ({ share, kind }) => `${nameOf(classNames, kind)} (${percent(share)})`,
  );
  const before = others.length === 0 ? '' : `, before ${others.join(' and ')}`;
  return `Image ${index} and the probability of each class: the guess is ${first}${before}${answer}.`;
}
