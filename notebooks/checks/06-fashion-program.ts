import { byMode, expectBetween, expectEqual } from 'nnlab';

// cell c6397b04
expectEqual(
  [...training.images.shape],
  byMode({ full: [60000, 28, 28], sample: [3000, 28, 28] }, fashion),
  'shape',
);

// cell e84e23b5
if (fashion.complete) expectEqual(pixel, 194, 'image 0, row 23, column 23');

// cell 0c5010c3
if (fashion.complete) expectEqual(firstTen, [9, 0, 0, 3, 0, 2, 7, 2, 5, 5], 'labels');

// cell 4f52a1b8
if (fashion.complete) expectEqual(training.labels[1], 0, 'label of image 1');

// cell 02d26e31
expectEqual(largest, 1, 'largest value');

// cell cae016ec
expectEqual(model.countParams(), 101770, 'parameters');

// cell 3892126f
expectBetween(
  lastRow.accuracy,
  byMode(
    {
      full: [0.896, 0.926],
      quick: [0.869, 0.899],
      sample: [0.879, 0.909],
    },
    fashion,
  ),
  'training accuracy at the end',
);

// cell 4f1dc345
expectBetween(
  result.accuracy,
  byMode(
    {
      full: [0.869, 0.899],
      quick: [0.85, 0.88],
      sample: [0.845, 0.875],
    },
    fashion,
  ),
  'test accuracy',
);

// cell 45572d62
expectBetween(
  gap,
  byMode(
    {
      full: [0.012, 0.042],
      quick: [0.005, 0.035],
      sample: [0.018, 0.048],
    },
    fashion,
  ),
  'gap',
);

// cell c3df8b47
const howMany = byMode({ full: 10000, sample: 500 }, fashion);
expectEqual(predictions.length, howMany, 'predictions');

// cell 37cdd65b
const sum = first.probabilities.reduce((total, p) => total + p, 0);
expectBetween(sum, [0.999999, 1.000001], 'sum');

// cell 2eb74975
if (fashion.complete) expectEqual([argmax, test.labels[0]], [9, 9], 'guess and truth');
