import type { lineSeries } from '../series';

/** One line for each of several names, whose points tell name, epoch and value. */
export function lineLayer(
  series: ReturnType<typeof lineSeries>,
  name: { readonly field: string; readonly title: string },
  value: { readonly field: string; readonly title?: string },
) {
  return {
    mark: { type: 'line', strokeWidth: 2.5, point: { size: 30 } },
    encoding: {
      ...series,
      tooltip: [
        { field: name.field, type: 'nominal', title: name.title },
        { field: 'epoch', type: 'quantitative', title: 'Epoch' },
        { field: value.field, type: 'quantitative', title: value.title, format: '.4f' },
      ],
    },
  };
}
