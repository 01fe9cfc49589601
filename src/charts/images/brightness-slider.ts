import type { Images } from '../../data/dataset';
import { imageAt } from '../../data/rows';
import type { Chart } from '../chart';
import { slider, toldLine } from '../slider';
import { themed } from '../theme';
import { pixelRows, SIDE, squareEncoding, squaresOf } from './squares';

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
  const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length;
  return themed({
    title: 'Make it darker or brighter',
    description:
      `Image ${index}, ${rows} by ${columns} pixels, with a slider that multiplies its grey values by 0 to 4. ` +
      `As it is, their mean is ${mean.toFixed(1)}.`,
    params: slider('times', 'Grey values times', 1, { min: 0, max: 4, step: 0.1 }),
    ...squaresOf(images),
    data: { values: pixelRows(images, index, 'grey') },
    transform: [{ calculate: 'min(255, round(times * datum.grey))', as: 'value' }],
    layer: [PIXELS, told(rows, columns)],
  });
}

const PIXELS = {
  mark: { type: 'rect', aria: false },
  encoding: squareEncoding(['#000', '#fff'], null),
};

/** The mean, and how many pixels are as bright as can be. */
function told(rows: number, columns: number) {
  const transform = [
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
  ];
  const place = { x: { value: SIDE / 2 }, y: { value: (SIDE * rows) / columns + 18 } };
  return toldLine({ transform }, place);
}
