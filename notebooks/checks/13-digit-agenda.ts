import { byMode, evaluate, expectBetween, expectEqual } from 'nnlab';

// cell 1a23eddf
expectEqual(
  [digits.train.labels.length, digits.test.labels.length],
  byMode({ full: [60000, 10000], sample: [9000, 1000] }, digits),
  'pictures for training and for testing',
);

// cell 5749c880
expectEqual(
  [...digits.train.labels.slice(0, 10)],
  byMode(
    {
      full: [5, 0, 4, 1, 9, 2, 1, 3, 1, 4],
      sample: [6, 4, 1, 4, 4, 6, 0, 5, 6, 0],
    },
    digits,
  ),
  'first labels',
);

// cell 1ccbc424
expectEqual(model.countParams(), 101770, 'parameters');

// cell fa497e3e
expectEqual(60000 / 32, 1875, 'steps of an epoch');

// cell 71abaefb
expectEqual(sums, [55, 50], 'minutes of session 1 and session 2');

// cell a29dec4d
expectEqual(
  hour.reduce((sum, part) => sum + part, 0),
  60,
  'minutes of the short plan',
);

// cell 8dc2472f
expectEqual(lessonRows.labels.shape, [5000], 'pictures');

// cell 7fb4a49d
const { accuracy } = evaluate(demo, judgeRows);
const band = byMode({ full: [0.857, 0.887], sample: [0.888, 0.918] }, digits);
expectBetween(accuracy, band, 'accuracy of the demonstration');
