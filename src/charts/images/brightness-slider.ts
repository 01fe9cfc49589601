import type { Images } from '../../data/dataset';
import { imageAt } from '../../data/rows';
import type { Chart } from '../chart';
import { COLOURS, SIZES, themed } from '../theme';

const SIDE = 280;

/**
 * One image with its brightness at a slider: every grey value is multiplied, and 255 is the most there is.
 * @example
 * ```ts
 * import { brightnessSlider, loadFashion, show } from 'nnlab';
 * const fashion = await loadFashion();
 * show(brightnessSlider(fashion.train.images, 0));
 * ```
 */
export function brightnessSlider(images: Images, index: number): Chart {
  const [, rows, columns] = images.shape;
  const greys = imageAt(images, index).data;
  const values = [...greys].map((grey, place) => ({
    row: Math.floor(place / columns),
    column: place % columns,
    grey,
  }));
  const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length;
  return themed({
    title: 'Make it darker or brighter',
    description:
      `Image ${index}, ${rows} by ${columns} pixels, with a slider that multiplies its grey values by 0 to 4. ` +
      `As it is, their mean is ${mean.toFixed(1)}.`,
    params: [
      {
        name: 'times',
        value: 1,
        bind: { input: 'range', min: 0, max: 4, step: 0.1, name: 'Grey values times ' },
      },
    ],
    width: SIDE,
    height: (SIDE * rows) / columns,
    // On a dark page the scale would turn, and with it the image into its negative.
    usermeta: { ground: 'white' },
    data: { values },
    transform: [{ calculate: 'min(255, round(times * datum.grey))', as: 'value' }],
    layer: [pixels(), told(rows, columns)],
  });
}

function pixels() {
  const band = { type: 'ordinal', scale: { padding: 0 }, axis: null };
  return {
    mark: { type: 'rect', aria: false },
    encoding: {
      x: { field: 'column', ...band },
      y: { field: 'row', ...band },
      color: {
        field: 'value',
        type: 'quantitative',
        scale: { type: 'linear', domain: [0, 255], range: ['#000', '#fff'] },
        legend: null,
      },
      tooltip: ['row', 'column', 'value'].map((field) => ({ field, type: 'quantitative' })),
    },
  };
}

/** The mean, and how many pixels are as bright as can be. */
function told(rows: number, columns: number) {
  return {
    transform: [
      { calculate: 'datum.value === 255 ? 1 : 0', as: 'white' },
      {
        aggregate: [
          { op: 'mean', field: 'value', as: 'mean' },
          { op: 'sum', field: 'white', as: 'white' },
        ],
      },
      {
        calculate: "'mean ' + format(datum.mean, '.1f') + ', ' + datum.white + ' pixels at 255'",
        as: 'told',
      },
    ],
    mark: { type: 'text', fontSize: SIZES.label, color: COLOURS.ink },
    encoding: {
      text: { field: 'told', type: 'nominal' },
      x: { value: SIDE / 2 },
      y: { value: (SIDE * rows) / columns + 18 },
    },
  };
}
