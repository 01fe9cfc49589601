import type { Images } from '../../data/dataset';
import { imageAt } from '../../data/rows';
import type { Chart } from '../chart';
import { COLOURS, themed } from '../theme';

const SQUARE = 25;

/**
 * An image as the numbers it is: each grey value stands in its square.
 * @example
 * ```ts
 * import { loadFashion, numberGrid, show } from 'nnlab';
 * const fashion = await loadFashion();
 * show(numberGrid(fashion.train.images, 0));
 * ```
 */
export function numberGrid(images: Images, index: number, title = 'The image as numbers'): Chart {
  const [, rows, columns] = images.shape;
  const values = [...imageAt(images, index).data].map((value, place) => ({
    row: Math.floor(place / columns),
    column: place % columns,
    value,
  }));
  const axis = { title: null, domain: false, ticks: false, labelFontSize: 10, labelAngle: 0 };
  const scale = { type: 'linear', domain: [0, 255], range: ['#fff', '#000'] };
  const colours = [
    { test: 'datum.value == 0', value: COLOURS.nothing },
    { test: 'datum.value > 137', value: '#fff' },
  ];
  return themed({
    title,
    usermeta: { ground: 'white' },
    description: numberWords(images, index),
    width: SQUARE * columns,
    height: SQUARE * rows,
    data: { values },
    encoding: {
      x: { field: 'column', type: 'ordinal', axis: { ...axis, orient: 'top' } },
      y: { field: 'row', type: 'ordinal', axis },
    },
    layer: [
      {
        mark: { type: 'rect', aria: false, stroke: COLOURS.line, strokeWidth: 0.5 },
        encoding: {
          color: { field: 'value', type: 'quantitative', scale, legend: null },
          tooltip: ['row', 'column', 'value'].map((field) => ({ field, type: 'quantitative' })),
        },
      },
      {
        mark: { type: 'text', fontSize: 9.5, baseline: 'middle', aria: false },
        encoding: {
          text: { field: 'value', type: 'quantitative' },
          color: { condition: colours, value: '#000' },
        },
      },
    ],
  });
}

function numberWords(images: Images, index: number): string {
  const [, rows, columns] = images.shape;
  const values = [...imageAt(images, index).data];
  const brightest = Math.max(...values);
  const place = values.indexOf(brightest);
  const row = Math.floor(place / columns);
  const zeros = values.filter((value) => value === 0).length;
  return (
    `Image ${index} as ${rows} by ${columns} numbers from ${Math.min(...values)} to ${brightest}: ` +
    `${zeros} of ${values.length} are 0, the largest is ${brightest} ` +
    `in row ${row}, column ${place % columns}.`
  );
}
