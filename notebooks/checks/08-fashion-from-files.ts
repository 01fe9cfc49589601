import { byMode, expectBetween, expectEqual } from 'nnlab';

// cell bce282d8
expectEqual(model.countParams(), 101770, 'parameters');

// cell a6949e96
const pixelCount = byMode({ full: 7840000, sample: 392000 }, fashion);
expectEqual(raw.data.length, pixelCount, 'pixels');

// cell 27d55707
expectEqual(header.getUint32(0), 2051, 'magic number');
expectEqual(byHand.length, raw.data.length, 'as many bytes as readIdx has');
expectEqual(
  byHand.every((byte, i) => byte === raw.data[i]),
  true,
  'the same bytes as readIdx',
);

// cell aebcf364
if (fashion.complete) expectEqual(firstFive, [9, 2, 1, 1, 6], 'first five');

// cell 8df936a4
expectEqual(labelsByHand.length, rawLabels.data.length, 'as many labels');
expectEqual(differ.length, 0, 'labels that differ');

// cell e2a7f36f
const [trainCount, testCount] = fashion.complete ? [60000, 10000] : [3000, 500];
expectEqual([...training.images.shape], [trainCount, 28, 28], 'training images');
expectEqual([...test.images.shape], [testCount, 28, 28], 'test images');

// cell 628271b3
expectEqual(
  dropped.every((value) => value === 0 || value === 1.25),
  true,
  'each value is 0 or 1.25',
);

// cell db332cc9
expectBetween(largest, [0.093, 0.0937], 'largest weight');
expectEqual(
  before[1]!.every((value) => value === 0),
  true,
  'all biases are 0',
);

// cell 54bbf11c
expectEqual(trainData.images.shape, [training.labels.length, 28, 28], 'shape');

// cell 14316b36
expectBetween(
  firstValidation!.accuracy - firstTrain!.accuracy,
  byMode({ full: [0.03, 0.06], sample: [0.062, 0.092] }, fashion),
  'higher by',
);

// cell 7703e1cd
expectBetween(
  lastTrain.accuracy,
  byMode(
    {
      full: [0.888, 0.9],
      quick: [0.858, 0.871],
      sample: [0.855, 0.89],
    },
    fashion,
  ),
  'training accuracy at the end',
);

// cell ab352cd3
expectBetween(
  result.accuracy,
  byMode(
    {
      full: [0.867, 0.897],
      quick: [0.856, 0.886],
      sample: [0.79, 0.875],
    },
    fashion,
  ),
  'test accuracy',
);

// cell 99dbd382
expectEqual(rawModel.countParams(), model.countParams(), 'parameters');

// cell 06a6863b
expectBetween(
  rawResult.accuracy,
  byMode(
    {
      full: [0.7, 0.84],
      quick: [0.69, 0.82],
      sample: [0.65, 0.76],
    },
    fashion,
  ),
  'test accuracy, raw pixels',
);

// cell 495d1085
expectBetween(mixed.loss / result.loss, [4, 12], 'loss, as many times the right one');

// cell 18897519
expectEqual(16 + 60000 * 28 * 28, 47040016, 'bytes');
