import { byMode, expectBetween, expectEqual, historyOf } from 'nnlab';

// cell 29f31df0
expectEqual(mayEnter(18), true, 'allowed at 18');

// cell df38c44c
expectEqual(ruleRight, byMode({ full: 8595, sample: 427 }, fashion), 'rule is right');

// cell 6c1c64f1
const missed = verdicts.filter((verdict) => verdict === 'no shoe').length;
expectEqual(missed, 3, 'shoes that the rule misses');

// cell 8f934648
if (fashion.complete) expectEqual(pixel, 194, 'pixel (23, 23)');

// cell 8f3e952e
expectEqual(48 * 48, 2304, 'values of 48 x 48 in grey');
expectEqual(inOne, 784, 'values of 28 x 28 in grey');

// cell f42cd9f4
expectEqual(colour.size, 6912, 'values of 48 x 48 in colour');

// cell b211330e
const trainCount = byMode({ full: 60000, sample: 3000 }, fashion);
expectEqual(training.labels.length, trainCount, 'training images');

// cell 98923a7f
const testCount = byMode({ full: 10000, sample: 500 }, fashion);
expectEqual(test.labels.length, testCount, 'test images');

// cell d9fe1174
expectBetween(shareRight(training), [0.9999, 1], 'training pictures right');
expectBetween(shareRight(test), [0.09, 0.11], 'test pictures right');

// cell b7ac3130
const [darkest, lightest] = tf.tidy(() =>
  [trainData.images.min(), trainData.images.max()].map((tensor) => tensor.dataSync()[0]),
);
expectEqual(Math.round(255 * scaled), pixel, '255 times that');
expectEqual([darkest, lightest], [0, 1], 'smallest and largest value');

// cell 2ac3ccca
expectEqual(rawLoss! > 2 * normalizedLoss!, true, 'more than twice the loss');

// cell 37fbbb73
expectEqual(flat.shape, [1, 784], 'shape after Flatten');
expectEqual(number667, scaled, 'number 667');

// cell de1d6046
expectEqual(
  firstEight.every((value) => value >= 0),
  true,
  'none is negative',
);

// cell d18c9e0c
expectEqual(fashion.classNames[best], 'Pullover', 'prediction');

// cell 995d2c16
const widest = tf.tidy(() => kernel.abs().max().dataSync()[0] ?? NaN);
expectBetween(widest, [0.09, 0.0938], 'largest size of a weight at the start');

// cell 5178574b
const falling = errors.every((error, at) => at === 0 || error < errors[at - 1]!);
expectEqual(falling, true, 'falls with every step');

// cell c6ed4444
expectEqual(kernel.shape, [784, 128], 'weight matrix');
expectEqual(kernel.size, 100352, 'weights of the hidden layer');
expectEqual(model.layers[1]!.countParams(), 100480, 'with its biases');
expectEqual(model.countParams(), 101770, 'the whole network');

// cell 88753c67
expectEqual([...relus.dataSync()], [0, 0, 0, 1.5], 'ReLU of -2, -0.5, 0, 1.5');

// cell 2ce0aab9
expectBetween(shares[0]! / shares[1]!, [2.7182, 2.7184], 'Pullover : Coat');
expectBetween(
  shares.reduce((a, b) => a + b),
  [0.99999, 1.00001],
  'sum',
);

// cell 298be36f
expectBetween(untrained.accuracy, [0.02, 0.25], 'share right before training');

// cell 075c8d9c
expectBetween(
  historyOf(model).at(-1)!.accuracy,
  byMode({ full: [0.881, 0.906], quick: [0.84, 0.87], sample: [0.834, 0.864] }, fashion),
  'training accuracy',
);

// cell 4ad56657
expectBetween(
  result.accuracy,
  byMode({ full: [0.861, 0.891], quick: [0.838, 0.868], sample: [0.821, 0.851] }, fashion),
  'test accuracy',
);

// cell 0c7fdc90
expectBetween(
  networkRight / asked,
  byMode({ full: [0.985, 1], sample: [0.97, 1] }, fashion),
  'share right, network',
);

// cell bb5d5d10
expectBetween(trueLabels![0]!, [0.985, 1], 'true labels, training pictures');
expectBetween(
  trueLabels![1]!,
  byMode({ full: [0.786, 0.816], sample: [0.796, 0.826] }, fashion),
  'true labels, test pictures',
);
expectBetween(mixedLabels![0]!, [0.98, 1], 'mixed labels, training pictures');
expectBetween(
  mixedLabels![1]!,
  byMode({ full: [0.08, 0.11], sample: [0.061, 0.091] }, fashion),
  'mixed labels, test pictures',
);

// cell 8c689f79
expectEqual(inputs, 12288, 'values');
expectEqual(inputs * 128, 1572864, 'weights');

// cell 801be918
expectBetween(-Math.log(0.01), [4.605, 4.606], 'error at 0.01');
