import { accuracyOf, byMode, expectBetween, expectEqual, historyOf, pixelRange } from 'nnlab';

// cell ba560432
expectEqual(imageCount, byMode({ full: 70000, sample: 10000 }, digits), 'images');

// cell c93d1e19
expectEqual([pixelRange(training.images)[1], largest], [255, 1], 'largest value');

// cell af417673
expectEqual(model.countParams(), 101770, 'parameters');

// cell 6f7d6a0a
expectBetween(
  historyOf(model).at(-1)!.accuracy,
  byMode(
    {
      full: [0.98, 0.991],
      quick: [0.955, 0.975],
      sample: [0.952, 0.98],
    },
    digits,
  ),
  'training accuracy at the end',
);

// cell c07216f7
expectBetween(
  result.accuracy,
  byMode(
    {
      full: [0.965, 0.985],
      quick: [0.957, 0.983],
      sample: [0.928, 0.957],
    },
    digits,
  ),
  'test accuracy',
);

// cell aad844d6
const sum = first.probabilities.reduce((total, p) => total + p, 0);
expectBetween(sum, [0.99999, 1.00001], 'sum of the first ten probabilities');

// cell 1ccea950
expectBetween(
  wrongOf25.length,
  byMode(
    {
      full: [0, 1],
      sample: [0, 3],
    },
    digits,
  ),
  'wrong',
);

// cell 119093c3
expectEqual(Math.ceil(30 / 5), 6, 'rows of 30 images');

// cell b3a89b75
expectEqual(accuracyOf(predictions).toFixed(4), result.accuracy.toFixed(4), 'accuracy');

// cell 379c55a2
expectBetween(
  epochOne!.accuracy,
  byMode(
    {
      full: [0.91, 0.938],
      sample: [0.836, 0.866],
    },
    digits,
  ),
  'accuracy after one epoch',
);
