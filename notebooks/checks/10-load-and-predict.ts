import { accuracyOf, byMode, evaluate, expectBetween, expectEqual } from 'nnlab';

// cell be44142e
const howMany = byMode({ full: 10000, sample: 500 }, fashion);
expectEqual(test.labels.length, howMany, 'images');

// cell a3542157
expectEqual(model.countParams(), 101770, 'parameters');

// cell 6fd4e1e5
expectEqual([...names], [...fashion.classNames], 'class names');

// cell 2747db51
expectBetween(
  brightness,
  byMode(
    {
      full: [0.286, 0.288],
      sample: [0.27, 0.3],
    },
    fashion,
  ),
  'average brightness',
);

// cell ae7e2cd2
const measured = evaluate(model, testData);
const twoWays = [accuracyOf(predictions), measured.accuracy].map((a) => a.toFixed(4));
expectEqual(twoWays[0], twoWays[1], 'accuracy, both ways');
expectBetween(
  measured.accuracy,
  byMode(
    {
      full: [0.867, 0.897],
      quick: [0.855, 0.897],
      sample: [0.79, 0.875],
    },
    fashion,
  ),
  'test accuracy',
);

// cell 36d999e8
if (fashion.complete) {
  expectEqual(
    firstTwenty,
    [9, 2, 1, 1, 6, 1, 4, 6, 5, 7, 4, 5, 7, 3, 4, 1, 2, 4, 8, 0],
    'first twenty labels',
  );
}

// cell 72f675b5
expectBetween(wrongIndices.length, [1, 4], 'wrong among the first twenty');

// cell 5f55c4d5
const better = accuracyOf(sure) > accuracyOf(predictions);
expectEqual(better, true, 'sure ones are right more often');
