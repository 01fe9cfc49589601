import { accuracyOf, byMode, evaluate, expectBetween, expectEqual, historyOf } from 'nnlab';

// cell 89317c74
const [trainCount, testCount] = digits.complete ? [60000, 10000] : [9000, 1000];
expectEqual([...training.images.shape], [trainCount, 28, 28], 'training images');
expectEqual([training.labels.length], [trainCount], 'training labels');
expectEqual([...test.images.shape], [testCount, 28, 28], 'test images');
expectEqual([test.labels.length], [testCount], 'test labels');

// cell b3dc69f6
expectEqual([low, high], [0, 1], 'range');

// cell cae016ec
expectEqual(model.countParams(), 101770, 'parameters');

// cell e5a98b9a
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

// cell 82685878
expectBetween(
  result.accuracy,
  byMode(
    {
      full: [0.972, 0.982],
      quick: [0.957, 0.983],
      sample: [0.928, 0.967],
    },
    digits,
  ),
  'test accuracy',
);

// cell 96b12033
expectEqual(predictions.length, byMode({ full: 10000, sample: 1000 }, digits), 'predictions');
expectEqual(first.probabilities.length, 10, 'probabilities each');

// cell 243daa19
if (digits.complete) expectEqual([first.guess, test.labels[0]], [7, 7], 'guess, truth');

// cell 7836c8ff
expectBetween(
  accuracyOf(again.guesses),
  byMode(
    {
      full: [0.972, 0.982],
      quick: [0.957, 0.983],
      sample: [0.928, 0.967],
    },
    digits,
  ),
  'test accuracy',
);

// cell 4be9c560
expectBetween(wrongOfTen.length, [0, 1], 'how many');

// cell c2d503f0
const missed = 1 - wrong.length / predictions.length;
expectEqual(missed.toFixed(4), result.accuracy.toFixed(4), 'accuracy, counted');

// cell 81e0c23b
expectEqual(watched.countParams(), 101770, 'parameters');

// cell 9b8c9c72
expectBetween(
  historyOf(watched).at(-1)!.accuracy,
  byMode(
    {
      full: [0.968, 0.988],
      quick: [0.965, 0.985],
      sample: [0.938, 0.967],
    },
    digits,
  ),
  'validation accuracy at the end',
);

// cell 99ee5bb2
expectEqual(evaluate(loaded, testData).accuracy, result.accuracy, 'accuracy of the loaded model');

// cell 60c12df3
expectEqual(iterations, digits.complete ? 1688 : 254, 'iterations');

// cell 928b6f36
const together = misses.reduce((a, b) => a + b);
expectEqual(together, wrong.length, 'together');

// cell 53b2952a
expectEqual(accuracyOf(sure) > accuracyOf(predictions), true, 'right more often');
