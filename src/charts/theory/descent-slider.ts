import { formatFixed } from '../../results/numbers';
import type { Chart } from '../chart';
import { slider, toldLine } from '../slider';
import { themed } from '../theme';
import { loss, lossAxes, lossLine, TALLEST, walkLayers } from './loss-curve';

const START = -2.2;
const STEPS = 12;
const RATE = 0.4;

/**
 * Gradient descent with the learning rate at a slider: move it, and the twelve steps are made anew.
 * @example
 * ```ts
 * import { descentSlider, show } from 'nnlab';
 * show(descentSlider());
 * ```
 */
export function descentSlider(): Chart {
  const end = 1 + (START - 1) * (1 - RATE) ** STEPS;
  return themed({
    title: 'Gradient descent: choose the learning rate',
    description:
      `Gradient descent on a curve with its lowest point at w = 1, with a slider for the learning rate. At ${RATE}, ` +
      `${STEPS} steps from w = ${formatFixed(START, 1)} end at w = ${formatFixed(end, 2)}, loss ${formatFixed(loss(end), 2)}.`,
    params: slider('rate', 'Learning rate', RATE, { min: 0.02, max: 2.2, step: 0.02 }),
    width: 420,
    height: 260,
    encoding: lossAxes(),
    layer: [lossLine(), ...walkLayers(STEPS_MADE), ending()],
  });
}

/** Each step goes against the slope w − 1: the distance to 1 is multiplied by 1 − rate. */
const WALK = [
  { calculate: `1 + (${START - 1}) * pow(1 - rate, datum.step)`, as: 'w' },
  { calculate: '0.5 * pow(datum.w - 1, 2) + 0.5', as: 'loss' },
];

const STEPS_MADE = {
  data: { sequence: { start: 0, stop: STEPS + 1, as: 'step' } },
  transform: WALK,
};

/** Where the last step has come to, in words. */
function ending() {
  const told = `'after ${STEPS} steps: w = ' + format(datum.w, '.2f') + ', loss ' + format(datum.loss, '.2f')`;
  return toldLine(
    { data: { values: [{ step: STEPS }] }, transform: [...WALK, { calculate: told, as: 'told' }] },
    { x: { datum: 1 }, y: { datum: TALLEST - 0.4 } },
  );
}
