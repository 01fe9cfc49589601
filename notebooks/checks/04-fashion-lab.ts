import * as tf from '@tensorflow/tfjs-node';
import { byMode, expectBetween, expectEqual, historyOf } from 'nnlab';

// cell c9531a4f
const sizes = byMode({ full: [60000, 10000], sample: [3000, 500] }, fashion);
expectEqual([everything.labels.length, test.labels.length], sizes, 'images');

// cell 7ae1bf0a
expectEqual(
  [...training.images.shape],
  byMode({ full: [55000, 28, 28], sample: [2750, 28, 28] }, fashion),
  'shape',
);

// cell f975d65c
expectEqual([largest, smallest], [255, 0], 'largest and smallest value');

// cell 1b698172
expectEqual(extremes, [1, 0], 'largest and smallest value after scaling');

// cell fafbf0bb
if (fashion.complete) expectEqual(firstName, 'Ankle boot', 'first picture');

// cell 0cd815a8
expectEqual(fashion.classNames.length, 10, 'classes');

// cell fab9618e
if (fashion.complete) {
  expectEqual(
    firstTwenty,
    [9, 0, 0, 3, 0, 2, 7, 2, 5, 5, 0, 9, 5, 5, 7, 9, 1, 0, 6, 4],
    'first twenty labels',
  );
}

// cell ff56f9ba
expectEqual(model.countParams(), 86835, 'parameters');

// cell 11388e16
expectBetween(
  accuracyOf('validation', 1) - accuracyOf('train', 1),
  byMode({ full: [0.066, 0.096], sample: [0.107, 0.137] }, fashion),
  'higher by',
);
expectBetween(
  accuracyOf('validation', 2),
  byMode({ full: [0.81, 0.84], sample: [0.589, 0.619] }, fashion),
  'epoch 2',
);

// cell ee0a4cff
expectBetween(
  accuracyOf('train', epochRows.at(-1)!.epoch),
  byMode(
    {
      full: [0.892, 0.921],
      quick: [0.845, 0.875],
      sample: [0.838, 0.868],
    },
    fashion,
  ),
  'training',
);
expectBetween(
  accuracyOf('validation', epochRows.at(-1)!.epoch),
  byMode(
    {
      full: [0.868, 0.898],
      quick: [0.841, 0.871],
      sample: [0.789, 0.819],
    },
    fashion,
  ),
  'validation',
);

// cell 2b60ee63
expectBetween(
  result.accuracy,
  byMode(
    {
      full: [0.863, 0.893],
      quick: [0.834, 0.864],
      sample: [0.831, 0.861],
    },
    fashion,
  ),
  'test accuracy',
);

// cell 1e33833f
const plainGuess = tf.tidy(
  () => (model.predict(testData.images.slice(0, 1)) as tf.Tensor).argMax(1).dataSync()[0]!,
);
expectEqual(plainGuess, guesses[0]!.guess, 'guess for the first test image');

// cell aecb7384
expectEqual(rival.countParams(), model.countParams(), 'parameters');

// cell cf368a79
const passed = ofValidation(historyOf(rival)).findIndex((accuracy) => accuracy >= best) + 1;
expectBetween(
  passed,
  byMode(
    {
      full: [6, 16],
      quick: [1, 5],
      sample: [4, 25],
    },
    fashion,
  ),
  'Adam passes it in epoch',
);

// cell da282854
expectEqual(
  [60000, 55000].map((rows) => Math.ceil(rows / 100)),
  [600, 550],
  'steps',
);
