import type { Layer } from '../drawing';
import { rounded } from '../rounded';
import { COLOURS } from '../theme';

// One loss with one lowest point, at w = 1: the pictures of gradient descent share it.

const FROM = -3;
const TO = 5;
export const TALLEST = 9;

export const loss = (w: number): number => 0.5 * (w - 1) ** 2 + 0.5;
export const slope = (w: number): number => w - 1;

/** The loss as a line behind the steps. */
export function lossLine() {
  const ground = Array.from({ length: 61 }, (_, place) => FROM + ((TO - FROM) * place) / 60);
  return {
    data: { values: ground.map((w) => ({ w: rounded(w), loss: rounded(loss(w)) })) },
    mark: { type: 'line', color: COLOURS.line, strokeWidth: 4 },
  };
}

/** Both axes, of which a descent may leave the frame. */
export function lossAxes() {
  const x = { field: 'w', type: 'quantitative', title: 'Weight w', scale: { domain: [FROM, TO] } };
  const y = { field: 'loss', type: 'quantitative', title: 'Loss', scale: { domain: [0, TALLEST] } };
  return { x: { ...x, axis: { labelFlush: false } }, y };
}

/** The steps from a source of rows with step, w and loss: points, joined in their order. */
export function walkLayers(source: Layer): Layer[] {
  const drawn = { color: COLOURS.blue, clip: true };
  return [
    {
      ...source,
      mark: { type: 'line', ...drawn, strokeWidth: 1.5, strokeDash: [4, 3] },
      encoding: { order: { field: 'step', type: 'quantitative' } },
    },
    {
      ...source,
      mark: { type: 'point', ...drawn, filled: true, size: 70, opacity: 1 },
      encoding: {
        tooltip: [
          { field: 'step', type: 'quantitative', title: 'Step' },
          { field: 'w', type: 'quantitative', title: 'Weight w', format: '.3f' },
          { field: 'loss', type: 'quantitative', title: 'Loss', format: '.3f' },
        ],
      },
    },
  ];
}
