import { shortNames } from '../../results/short-names';
import { checkOptions } from '../../checks/option-names';
import type { Images } from '../../data/dataset';
import type { Prediction } from '../../results/prediction';
import type { Chart } from '../chart';
import { type Ink, imageUrl } from './grey';
import { COLOURS, themed } from '../theme';
import { type Tile, sideFor, tiled } from './tiles';

/** What `predictionGrid` may be told. */
export interface PredictionGridOptions {
  readonly classNames?: readonly string[];
  readonly title?: string;
  readonly columns?: number;
  /** The words for guess and truth, such as `['P: ', 'T: ']`; else the guess and its percentage. */
  readonly words?: readonly [guess: string, truth: string];
  /** Colours of right and wrong guesses; 'none' is black. A mark (✓ ✗) tells them apart as well. */
  readonly colours?: 'green/red' | 'blue/red' | 'none';
  /** The text under the image, not above it. */
  readonly below?: boolean;
  readonly ink?: Ink;
}

const OPTIONS: Readonly<Record<keyof PredictionGridOptions, true>> = {
  classNames: true,
  title: true,
  columns: true,
  words: true,
  colours: true,
  below: true,
  ink: true,
};

const RIGHT = { 'green/red': COLOURS.green, 'blue/red': COLOURS.blue, none: COLOURS.ink };
const WRONG = { 'green/red': COLOURS.red, 'blue/red': COLOURS.red, none: COLOURS.ink };

/**
 * Images with what the model takes them for: right and wrong differ by mark, words and colour.
 * @example
 * ```ts
 * import { dense128, loadFashion, predictImages, predictionGrid, show, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * show(predictionGrid(fashion.test.images, judged.slice(0, 10)));
 * ```
 */
export function predictionGrid(
  images: Images,
  predictions: readonly Prediction[],
  options: PredictionGridOptions = {},
): Chart {
  checkOptions('predictionGrid', options, OPTIONS);
  const classNames = shortNames(options.classNames ?? []);
  const { columns = 5, colours = 'green/red', ink = 'binary' } = options;
  if (predictions.length === 0) throw new Error('There is no prediction to show.');
  const nameOf = (kind: number) => classNames[kind] ?? String(kind);
  const tiles = predictions.map((prediction) => ({
    url: imageUrl(images, prediction.index, ink),
    text: wordsOf(prediction, nameOf, options),
    colour: colourOf(prediction, colours),
    tip: tipOf(prediction, nameOf),
  }));
  const side = sideFor(columns);
  return themed({
    ...(options.title === undefined ? {} : { title: options.title }),
    description: gridWords(options.title, predictions, nameOf),
    ...tiled(tiles, { columns, side, textBelow: options.below ?? false }),
  });
}

function tipOf(
  { index, truth, guess, confidence }: Prediction,
  nameOf: (kind: number) => string,
): Tile['tip'] {
  const known = truth === undefined ? {} : { truth: nameOf(truth) };
  return { image: index, guess: nameOf(guess), confidence: percent(confidence), ...known };
}

function isRight({ truth, guess }: Prediction): boolean {
  return truth === undefined || truth === guess;
}

function colourOf(prediction: Prediction, colours: 'green/red' | 'blue/red' | 'none'): string {
  if (prediction.truth === undefined) return COLOURS.ink;
  return (isRight(prediction) ? RIGHT : WRONG)[colours];
}

/** A probability as a whole percentage, but never 100 % of something that is not certain. */
export function percent(share: number): string {
  if (share < 1 && share >= 0.995) return '>99 %';
  return `${Math.round(share * 100)} %`;
}

/** A name and how sure the network is of it; `9 49 %` would read as one number. */
export function withShare(name: string, share: number): string {
  return /\d$/.test(name) ? `${name} (${percent(share)})` : `${name} ${percent(share)}`;
}

function wordsOf(
  prediction: Prediction,
  nameOf: (kind: number) => string,
  { words, colours }: PredictionGridOptions,
): string {
  const { truth, guess, confidence } = prediction;
  const mark = truth === undefined || colours === 'none' ? '' : truth === guess ? '✓ ' : '✗ ';
  if (words) {
    const caption = `${mark}${words[0]}${nameOf(guess)}`;
    return truth === undefined ? caption : `${caption}\n${words[1]}${nameOf(truth)}`;
  }
  const caption = `${mark}${withShare(nameOf(guess), confidence)}`;
  return isRight(prediction) ? caption : `${caption}\n(${nameOf(truth ?? guess)})`;
}

function gridWords(
  title = 'Images with predictions',
  predictions: readonly Prediction[],
  nameOf: (kind: number) => string,
): string {
  const known = predictions.filter(({ truth }) => truth !== undefined);
  if (known.length === 0) {
    const guesses = predictions.map(({ guess }) => nameOf(guess)).join(', ');
    return `${title}: ${predictions.length} images, guessed to be ${guesses}.`;
  }
  const wrong = known.filter((prediction) => !isRight(prediction));
  const cases = wrong.map(
    ({ index, truth = 0, guess }) => `image ${index}, ${nameOf(truth)} taken for ${nameOf(guess)}`,
  );
  const errors = wrong.length === 0 ? 'none wrong' : `wrong: ${cases.join('; ')}`;
  return `${title}: ${known.length - wrong.length} of ${known.length} guesses are right; ${errors}.`;
}
