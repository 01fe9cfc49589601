import pl from 'nodejs-polars';
import { expect, test } from 'vitest';
import { frameTable } from '../../src/show/frame';
import { tableText } from '../../src/results/table';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

test('a small frame is shown whole, with its types and its shape', () => {
  const frame = pl.DataFrame({
    label: pl.Series('label', [9, 0], pl.Int64),
    name: ['Ankle boot', 'T-shirt/top'],
  });
  expect(tableText(frameTable(frame)).split('\n')).toEqual([
    'row  label (Int64)  name (String)',
    '---  -------------  -------------',
    '  0              9  Ankle boot',
    '  1              0  T-shirt/top',
    '2 rows × 2 columns',
  ]);
});

test('of a long frame, the first and the last five rows are shown', () => {
  const { rows, note } = frameTable(pl.DataFrame({ label: upTo(60000) }));
  const numbers = rows.map(([row]) => row);
  expect(numbers).toEqual([0, 1, 2, 3, 4, '…', 59995, 59996, 59997, 59998, 59999]);
  expect(note).toBe('60,000 rows × 1 column');
});

test('of a wide frame, the first and the last five columns are shown', () => {
  const wide = Object.fromEntries(upTo(785).map((at) => [`pixel${at}`, [at]]));
  const { columns, rows, note } = frameTable(pl.DataFrame(wide));
  expect(columns.map((name) => name.replace(' (Float64)', ''))).toEqual(
    ['row', 0, 1, 2, 3, 4, '…', 780, 781, 782, 783, 784].map((at) =>
      typeof at === 'number' ? `pixel${at}` : at,
    ),
  );
  expect(rows[0]).toEqual([0, 0, 1, 2, 3, 4, '…', 780, 781, 782, 783, 784]);
  expect(note).toBe('1 row × 785 columns');
});

test('missing values are called missing, and truth values by name', () => {
  const frame = pl.DataFrame({ grey: [0.5, null], seen: [true, false] });
  expect(frameTable(frame).rows).toEqual([
    [0, 0.5, 'true'],
    [1, 'missing', 'false'],
  ]);
});

test('a frame without rows has a shape', () => {
  const { rows, note } = frameTable(pl.DataFrame({ label: [1] }).head(0));
  expect(rows).toEqual([]);
  expect(note).toBe('0 rows × 1 column');
});
