import { checkOptions } from '../../checks/option-names';
import type { Chart } from '../chart';
import { themed } from '../theme';
import { type Card, cards, routes } from './cards';

/** What `pipelineDrawing` may be told. */
export interface PipelineOptions {
  readonly title?: string;
  /** The steps to stand out, from 1: 5 is where a neural network comes in. */
  readonly highlight?: readonly number[];
}

/** The eight steps of a machine-learning project, as the lessons count them. */
const STEPS = [
  'Data\nIngestion',
  'Data\nPreprocessing',
  'Data\nExploration',
  'Feature\nEngineering',
  'Model\nSelection',
  'Hyperparameter\nTuning',
  'Training and\nEvaluation',
  'Model\nDeployment',
] as const;

const WIDTH = 170;
const HEIGHT = 76;
const PITCH = WIDTH + 38;
const BELOW = HEIGHT + 46;

const OPTIONS: Readonly<Record<keyof PipelineOptions, true>> = { title: true, highlight: true };

/**
 * A pipeline as numbered boxes, four to a row.
 * @example
 * ```ts
 * import { pipelineDrawing, show } from 'nnlab';
 * show(pipelineDrawing(['read', 'train', 'judge']));
 * ```
 */
export function pipelineDrawing(
  steps: readonly string[] = STEPS,
  options: PipelineOptions = {},
): Chart {
  checkOptions('pipelineDrawing', options, OPTIONS);
  const { title = `The pipeline in ${steps.length} steps`, highlight = [] } = options;
  const boxes = steps.map((text, place): Card => {
    const fill = highlight.includes(place + 1) ? 'input' : 'hidden';
    const x = WIDTH / 2 + (place % 4) * PITCH;
    const y = HEIGHT / 2 + Math.floor(place / 4) * BELOW;
    return { x, y, width: WIDTH, height: HEIGHT, text: `${place + 1}  ${text}`, fill };
  });
  const named = steps.map((step, place) => `${place + 1} ${step.replace('\n', ' ')}`);
  const marked = highlight.length > 0 ? `; highlighted: ${highlight.join(', ')}` : '';
  return themed({
    title,
    description: `${title}: ${named.join(', ')}${marked}.`,
    width: 4 * PITCH - (PITCH - WIDTH),
    height: (Math.ceil(steps.length / 4) - 1) * BELOW + HEIGHT,
    layer: [
      ...routes(boxes.slice(1).map((to, place) => between(boxes[place] ?? to, to))),
      ...cards(boxes),
    ],
  });
}

/** From the right edge of a box to the left edge of the next, round the corner at a row's end. */
function between(from: Card, to: Card): readonly (readonly [number, number])[] {
  if (from.y === to.y) {
    return [
      [from.x + WIDTH / 2, from.y],
      [to.x - WIDTH / 2, to.y],
    ];
  }
  const middle = (from.y + to.y) / 2;
  return [
    [from.x, from.y + HEIGHT / 2],
    [from.x, middle],
    [to.x, middle],
    [to.x, to.y - HEIGHT / 2],
  ];
}
