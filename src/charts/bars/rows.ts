import { COLOURS, SIZES } from '../theme';

/** The names of horizontal bars, in the order of the rows. */
export const namesAxis = {
  field: 'name',
  type: 'nominal',
  sort: null,
  title: null,
  axis: { domain: false, ticks: false, labelPadding: 6 },
} as const;

/** The number of a bar stands at its end, so that nobody needs the axis to read it. */
export function endLabels(text: object, mark: object = {}) {
  const type = { type: 'text', align: 'left', dx: 5, fontSize: SIZES.label, color: COLOURS.ink };
  return { mark: { ...type, ...mark }, encoding: { text } };
}
