import { shortNames } from '../../results/short-names';
import { formatCount } from '../../results/numbers';
import { checkOptions } from '../../checks/option-names';
import type { Chart } from '../chart';
import { COLOURS, SIZES, sequential, themed } from '../theme';

/** What `confusionGrid` may be told. */
export interface ConfusionGridOptions {
  /** Numbers of images, or the share of each row (of all images of a true class). */
  readonly as?: 'counts' | 'shares';
  readonly title?: string;
}

const OPTIONS: Readonly<Record<keyof ConfusionGridOptions, true>> = { as: true, title: true };

interface Cell {
  readonly truth: string;
  readonly guess: string;
  readonly count: number;
  readonly share: number;
  readonly right: boolean;
  /** What stands in its square. */
  readonly shown: string;
}

const SQUARE = 52;

/**
 * Rows are the truth, columns the guess. The diagonal, where both agree, stays quiet,
 * so that only errors have colour.
 * @example
 * ```ts
 * import { confusionGrid, confusionMatrix, dense128, loadFashion, predictImages, show, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * show(confusionGrid(confusionMatrix(judged), fashion.classNames));
 * ```
 */
export function confusionGrid(
  matrix: readonly (readonly number[])[],
  classNames: readonly string[],
  options: ConfusionGridOptions = {},
): Chart {
  checkOptions('confusionGrid', options, OPTIONS);
  const { as = 'counts' } = options;
  const title = options.title ?? 'Confusion matrix';
  const names = shortNames(classNames);
  const cells = cellsOf(matrix, names, as);
  const side = SQUARE * matrix.length;
  // Words slant so that they do not touch; digits need not.
  const labelAngle = classNames.every((name) => name.length <= 2) ? 0 : -40;
  return themed({
    title: {
      text: title,
      subtitle: as === 'counts' ? 'number of images' : 'share of the images of each true class',
    },
    description: wordsFor(title, cells),
    width: side,
    height: side,
    data: { values: cells },
    encoding: {
      x: axisOf('guess', 'Guess', { orient: 'bottom', labelAngle }),
      y: axisOf('truth', 'Truth', {}),
      tooltip: [
        { field: 'truth', type: 'nominal', title: 'Truth' },
        { field: 'guess', type: 'nominal', title: 'Guess' },
        { field: 'count', type: 'quantitative', title: 'Images', format: ',' },
        { field: 'share', type: 'quantitative', title: 'Share of the row', format: '.1%' },
      ],
    },
    layer: layersFor(cells, as),
  });
}

const axisOf = (field: string, title: string, axis: object) => ({
  field,
  type: 'nominal',
  sort: null,
  title,
  axis: { domain: false, ticks: false, labelPadding: 6, titlePadding: 10, ...axis },
});

function cellsOf(
  matrix: readonly (readonly number[])[],
  classNames: readonly string[],
  as: 'counts' | 'shares',
): Cell[] {
  const nameOf = (kind: number) => classNames[kind] ?? String(kind);
  return matrix.flatMap((row, truth) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count, guess) => {
      const share = total === 0 ? 0 : Math.round((count / total) * 1e4) / 1e4;
      const asShare = count === 0 ? '0' : `${(100 * share).toFixed(1)}%`;
      return {
        truth: nameOf(truth),
        guess: nameOf(guess),
        count,
        share,
        right: truth === guess,
        shown: as === 'counts' ? formatCount(count) : asShare,
      };
    });
  });
}

function layersFor(cells: readonly Cell[], as: 'counts' | 'shares') {
  const field = as === 'counts' ? 'count' : 'share';
  const most = Math.max(...cells.filter(({ right }) => !right).map((cell) => cell[field]), 1e-9);
  const rules = [
    { test: 'datum.right', value: COLOURS.quiet },
    { test: 'datum.count == 0', value: COLOURS.nothing },
    { test: `datum.${field} > ${0.8 * most}`, value: '#ffffff' },
  ];
  return [
    {
      mark: { type: 'rect', stroke: COLOURS.paper, strokeWidth: 2 },
      encoding: {
        color: {
          condition: [
            { test: 'datum.right', value: COLOURS.faint },
            { test: 'datum.count == 0', value: '#fafafa' },
          ],
          field,
          type: 'quantitative',
          scale: sequential(most),
          legend: null,
        },
      },
    },
    {
      mark: { type: 'text', fontSize: SIZES.label, aria: false },
      encoding: {
        text: { field: 'shown', type: 'nominal' },
        color: { condition: rules, value: '#000' },
      },
    },
  ];
}

function wordsFor(title: string, cells: readonly Cell[]): string {
  const sum = (some: readonly Cell[]) => some.reduce((total, { count }) => total + count, 0);
  const [all, right] = [sum(cells), sum(cells.filter((cell) => cell.right))];
  const worst = cells
    .filter((cell) => !cell.right && cell.count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .map(({ truth, guess, count }) => `${truth} taken for ${guess} (${formatCount(count)})`);
  const errors = worst.length === 0 ? 'no errors' : `most frequent errors: ${worst.join(', ')}`;
  return `${title}, rows truth, columns guess: ${formatCount(right)} of ${formatCount(all)} images are right; ${errors}.`;
}
