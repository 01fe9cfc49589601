import { expect, test } from 'vitest';
import { captionOf } from '../../src/charts/caption';
import { lossCurves } from '../../src/charts/curves/curves';
import { imageGrid } from '../../src/charts/images/image-grid';
import { every } from './every';

test.each(every)(
  'the caption of %s says what is to be seen, and not the title again',
  (_, chart) => {
    const caption = captionOf(chart);
    const title: unknown = chart['title'];
    const words = typeof title === 'object' && title ? (title as { text: string }).text : title;
    expect(caption.startsWith(`${String(words)}:`)).toBe(false);
    expect(caption).not.toBe(words);
    expect(caption).toMatch(/^[A-Z\d].{30,}\.$/);
  },
);

test('charts of other numbers have other captions under the same title', () => {
  const captions = every
    .filter(([, { title }]) => title !== undefined)
    .map(([, chart]) => captionOf(chart));
  // The confusion matrix stands in the gallery twice, in counts and in shares.
  expect(captions.length - new Set(captions).size).toBe(1);
});

const row = (split: 'train' | 'validation', epoch: number, loss: number) => ({
  split,
  epoch,
  loss,
  accuracy: NaN,
});

test('a loss curve says where it is lowest, where the curves part, and how far apart they end', () => {
  const train = [0.5, 0.3, 0.2, 0.1].map((loss, at) => row('train', at + 1, loss));
  const validation = [0.4, 0.3, 0.25, 0.35].map((loss, at) => row('validation', at + 1, loss));
  expect(captionOf(lossCurves([...train, ...validation]))).toBe(
    'Training loss falls from 0.500 to 0.100 at epoch 4; validation loss falls from 0.400 to 0.250 ' +
      'at epoch 3, then rises to 0.350 at epoch 4; from epoch 3 on validation is behind, by 0.250 at the end.',
  );
  const ahead = [...train, row('validation', 1, 0.4), row('validation', 4, 0.05)];
  expect(captionOf(lossCurves(ahead))).toContain('; validation ends 0.050 better than training.');
});

test('images in a grid are counted by their names, the most frequent first', () => {
  const images = { shape: [4, 1, 1] as const, data: new Uint8Array(4) };
  const grid = imageGrid(
    { images, labels: Uint8Array.of(1, 0, 1, 1) },
    { columns: 2, classNames: ['Bag', 'Coat'] },
  );
  expect(captionOf(grid)).toBe('4 images in 2 rows, 3 of Coat, 1 of Bag.');
  expect(grid.description).toContain('in order Coat, Bag, Coat, Coat.');
});

test('images without a name to count by are not counted by it', () => {
  const images = { shape: [3, 1, 1] as const, data: new Uint8Array(3) };
  const grid = imageGrid(
    { images, labels: Uint8Array.of(1, 0, 1) },
    { columns: 3, classNames: ['?', '?'] },
  );
  expect(captionOf(grid)).toBe('3 images in 1 row, all named ?.');
});
