import { COLOURS, SIZES } from '../theme';

/** How a chart's words tell of it; nothing without one. */
export const restartWords = (epoch: number | undefined) =>
  epoch === undefined ? '' : `, training was taken up again after epoch ${epoch}`;

/** Between the last epoch of the first session and the first of the second. */
export function restartLayers(epoch: number | undefined) {
  if (epoch === undefined) return [];
  const data = { values: [{ epoch: epoch + 0.5, text: 'restart' }] };
  const mark = { color: COLOURS.quiet };
  return [
    {
      data,
      mark: { type: 'rule', strokeWidth: 2, strokeDash: [3, 3], ...mark },
      encoding: { y: { value: 0 }, y2: { value: 'height' } },
    },
    {
      data,
      mark: { type: 'text', ...mark, fontSize: SIZES.label, align: 'left', dx: 6, baseline: 'top' },
      encoding: { text: { field: 'text', type: 'nominal' }, y: { value: 4 } },
    },
  ];
}
