import { byMode, expectBetween, expectEqual, pixelRange } from 'nnlab';

// cell bffc46ed
expectEqual(baseline.countParams(), 7850, 'parameters');

// cell f6e08386
expectEqual(digits.train.labels.length, trainCount, 'training images');
expectEqual(digits.test.labels.length, testCount, 'test images');

// cell e1f2589c
expectEqual(p[0]!.toFixed(3), '0.665', 'p of the right digit');

// cell 618d7c97
const ones = digits.train.labels.filter((label) => label === 1);
const share = ones.length / trainCount;
expectBetween(share, [0.1, 0.125], 'share of the most frequent digit');

// cell e214edd9
if (digits.complete) expectEqual(label, 1, 'label of row 3');

// cell 018f0fbf
expectEqual(all.labels.length, byMode({ full: 70000, sample: 10000 }, digits), 'rows');

// cell 4ac79606
expectEqual(pixelRange(all.images), [0, 255], 'range before scaling');

// cell 147f079e
if (digits.complete) {
  expectEqual([equal(asText, 5), equal(Number(asText), 5)], [false, true], 'equal');
}

// cell 5dcb9459
expectEqual(
  parts,
  byMode(
    {
      full: [56000, 14000],
      sample: [8000, 2000],
    },
    digits,
  ),
  'rows',
);
if (digits.complete) {
  expectEqual(
    [...split.testRows.slice(0, 5)],
    [46730, 48393, 41416, 34506, 43725],
    'first test rows',
  );
}

// cell f45e6264
expectEqual(fewRows.labels.shape, [2000], 'rows of the sample');

// cell 4e49cd52
expectBetween(
  smallAccuracy,
  byMode(
    {
      full: [0.875, 0.885],
      sample: [0.88, 0.897],
    },
    digits,
  ),
  'test accuracy, 2,000 rows',
);

// cell e4b4bca1
expectEqual(fits[1].converged, true, 'converged');
expectBetween(fits[1].iterations, [20, 1000], 'iterations, far below the ceiling');

// cell 5f8dc009
expectBetween(
  accuracy,
  byMode(
    {
      full: [0.9176, 0.9236],
      sample: [0.88, 0.91],
    },
    digits,
  ),
  'test accuracy',
);

// cell a7ca8797
if (digits.complete) {
  expectEqual([...split.test.labels.slice(0, 5)], [8, 4, 8, 7, 7], 'actual digits');
}

// cell 33bc6aca
expectBetween(
  networkAccuracy,
  byMode(
    {
      full: [0.962, 0.982],
      quick: [0.956, 0.981],
      sample: [0.928, 0.954],
    },
    digits,
  ),
  'test accuracy with a hidden layer',
);

// cell a67e2793
expectBetween(
  left,
  byMode(
    {
      full: [0.25, 0.45],
      quick: [0.3, 0.6],
      sample: [0.4, 0.8],
    },
    digits,
  ),
  'share',
);

// cell 3397a3da
const highest = scores.indexOf(Math.max(...scores));
expectEqual(highest, predictions[0]!.guess, 'highest score');
