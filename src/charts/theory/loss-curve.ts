import { COLOURS } from '../theme';

// One loss with one lowest point, at w = 1: the pictures of gradient descent share it.

export const FROM = -3;
export const TO = 5;
export const TALLEST = 9;

export const loss = (w: number): number => 0.5 * (w - 1) ** 2 + 0.5;
export const slope = (w: number): number => w - 1;

/** Numbers of a spec as they can be read. */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

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

/** What the pointer tells of a step. */
export const STEP_TOLD = [
  { field: 'step', type: 'quantitative', title: 'Step' },
  { field: 'w', type: 'quantitative', title: 'Weight w', format: '.3f' },
  { field: 'loss', type: 'quantitative', title: 'Loss', format: '.3f' },
];
