import {
  byMode,
  expectBetween,
  expectEqual,
  historyOf,
  pixelAt,
  pixelRange,
  wrongOnes,
} from 'nnlab';

// cell 64fe5cf1
expectBetween(z, [-0.5001, -0.4999], 'weighted sum and bias');

// cell 029d71e0
expectBetween(lastLoss, [0.1095, 0.1105], 'loss after four steps');

// cell 2ea33aeb
expectEqual([inHidden, inOutput], [100480, 1290], 'hidden, output');
expectEqual(inHidden + inOutput, 101770, 'parameters');

// cell 876bc175
const [trainCount, testCount] = digits.complete ? [60000, 10000] : [9000, 1000];
expectEqual([...training.images.shape], [trainCount, 28, 28], 'training images');
expectEqual([...test.images.shape], [testCount, 28, 28], 'test images');

// cell aeb06ca2
expectEqual(pixelRange(training.images), [0, 255], 'smallest and largest pixel');
expectBetween(mean, byMode({ full: [0.1306, 0.1308], sample: [0.12, 0.14] }, digits), 'mean');

// cell 963bc294
expectEqual(pixelAt(training.images, five, 0, 0), 0, 'the corner is background');

// cell 9a24ae36
expectEqual(oneHot(5), [0, 0, 0, 0, 0, 1, 0, 0, 0, 0], '5 as one-hot');

// cell d0286e9f
expectEqual(sparse.toFixed(6), categorical.toFixed(6), 'the same loss');

// cell 8398c404
if (digits.complete) {
  expectEqual(training.labels.filter((label) => label === 1).length, 6742, 'ones');
  expectEqual(training.labels.filter((label) => label === 5).length, 5421, 'fives');
}

// cell 3ded4668
expectEqual([low, high], [0, 1], 'smallest and largest value');

// cell 534317a6
const [trainCount, testCount] = [training.labels.length, test.labels.length];
expectEqual(
  [flatTrain.shape, flatTest.shape],
  [
    [trainCount, 784],
    [testCount, 784],
  ],
  'shapes',
);

// cell 5a0c31d3
expectEqual(Math.round(255 * number405), pixelAt(training.images, 0, 14, 13), 'row 14, column 13');

// cell b16422f5
expectEqual(
  asBatches,
  [
    [1, 784],
    [1, 28, 28],
  ],
  'one image as a batch, flat and not',
);

// cell 1cdb035c
const works = answers.map(([, , answer]) => answer === 'works');
expectEqual(works, [true, false, false, true], 'works');

// cell 4bcb8dee
expectEqual(flatPixels.length, 784, 'numbers in a row');

// cell 967ef3e3
expectBetween(lossTimes, [3, 8.5], 'how many times the loss');
expectEqual(scaledResult.accuracy > rawResult.accuracy, true, 'scaled is better');

// cell e0910f3c
const withChannel = tf.tidy(() => trainData.images.expandDims(3).shape);
expectEqual(withChannel, [training.labels.length, 28, 28, 1], 'shape with a channel');

// cell b6d0edb0
expectEqual(model.countParams(), 101770, 'parameters');

// cell a2510219
expectBetween(byLayer[firing]! - Math.max(0, sum), [-0.0001, 0.0001], 'difference to the layer');

// cell f85b7022
expectBetween(
  historyOf(model).at(-1)!.accuracy,
  byMode(
    {
      full: [0.983, 0.988],
      quick: [0.962, 0.969],
      sample: [0.964, 0.974],
    },
    digits,
  ),
  'training accuracy at the end',
);

// cell 01943f42
expectBetween(
  result.accuracy,
  byMode(
    {
      full: [0.972, 0.98],
      quick: [0.963, 0.972],
      sample: [0.938, 0.958],
    },
    digits,
  ),
  'test accuracy',
);

// cell ede8e254
if (digits.complete) expectEqual([first.guess, first.truth], [7, 7], 'guess, truth');

// cell a7db4c9d
expectBetween(nothingLearned.loss, [2.29, 2.36], 'loss, untrained');

// cell de848c92
expectEqual(flatResult.accuracy, result.accuracy, 'accuracy with reshaped images');

// cell 0f0ed13d
expectEqual(learningRate, 0.001, 'learning rate');

// cell ba2fa05a
const losses = historyOf(model).map(({ loss }) => loss);
const falls = losses.every((loss, i) => i === 0 || loss < losses[i - 1]!);
expectEqual(falls, true, 'it falls with every epoch');

// cell 84325cc5
expectEqual(few.labels.shape, [2000], 'images to learn from');

// cell dcf5e9a0
expectBetween(historyOf(inTime).at(-1)!.epoch, [7, 18], 'epochs until it stopped');

// cell 5a0c31d5
expectEqual(stoppedLoss! < longLoss!, true, 'stopping was better');

// cell 44b23398
expectBetween(
  known.accuracy - result.accuracy,
  byMode(
    {
      full: [0.009, 0.02],
      quick: [0.001, 0.009],
      sample: [0.02, 0.04],
    },
    digits,
  ),
  'gap',
);

// cell 875fce33
expectEqual(ideas.get('bigger')!.networks[0]!.countParams(), 407050, 'parameters');

// cell 1eb8fd8e
const [, bigger, augmented, tuned] = [...ideas.values()].map(({ reached }) => meanOf(reached));
expectBetween(asItIs, byMode({ full: [0.954, 0.963], sample: [0.915, 0.938] }, digits), 'as it is');
expectBetween(
  bigger! - asItIs,
  byMode({ full: [0.003, 0.013], quick: [-0.001, 0.016], sample: [-0.002, 0.02] }, digits),
  'gain: bigger',
);
expectBetween(
  augmented! - asItIs,
  byMode({ full: [0.001, 0.011], quick: [-0.006, 0.012], sample: [0.004, 0.025] }, digits),
  'gain: augmented',
);
expectBetween(
  tuned! - asItIs,
  byMode({ full: [-0.002, 0.009], quick: [-0.003, 0.015], sample: [-0.001, 0.02] }, digits),
  'gain: tuned',
);

// cell a9b0b41d
expectBetween(
  winnerTest - plainTest,
  byMode({ full: [0, 0.018], quick: [-0.002, 0.02], sample: [-0.015, 0.025] }, digits),
  'gain on test rows',
);

// cell 32a7393a
expectEqual(counted!.toFixed(4), result.accuracy.toFixed(4), 'accuracy');
expectBetween(averaged! - result.loss, [-0.001, 0.001], 'loss, counted minus evaluated');

// cell 4ceeadf6
expectBetween(cases[1]!.off.accuracy, [0.37, 0.57], 'underfitted');
const lastGap = cases[2]!.on.accuracy - cases[2]!.off.accuracy;
expectBetween(
  lastGap,
  byMode({ full: [0.075, 0.105], sample: [0.055, 0.085] }, digits),
  'overfitted: gap',
);

// cell 783600d9
const both = matrix[4]![9]! + matrix[9]![4]!;
expectBetween(both, byMode({ full: [10, 40], sample: [1, 12] }, digits), '4 and 9');

// cell 32c393e1
expectEqual(f1.toFixed(4), scores[4]!.f1.toFixed(4), 'F1 of the 4');

// cell b63ecc83
expectBetween(
  lazyAccuracy,
  byMode(
    {
      full: [0.902, 0.903],
      sample: [0.918, 0.92],
    },
    digits,
  ),
  'its accuracy',
);

// cell d59475ff
const foldSum = folds.reduce((total, { accuracy }) => total + accuracy, 0);
expectBetween(foldSum / 5, [0.898, 0.925], 'mean of the folds');

// cell 1c2f981c
const total = first.probabilities.reduce((a, b) => a + b);
expectBetween(total, [0.99999, 1.00001], 'sum of the ten');

// cell b79c72b3
expectEqual(agree, predictions.length, 'guesses that agree');

// cell 6c8e4cb8
expectEqual(printedSum.toFixed(2), '0.95', 'sum of the printed numbers');
expectEqual(repaired.indexOf(Math.max(...repaired)), 9, 'digit');

// cell 447119ce
const wrongOfTen = wrongOnes(predictions.slice(0, 10));
expectBetween(wrongOfTen.length, [0, 1], 'wrong among the first ten');

// cell 4116f93e
expectEqual(
  tenWrong.every(({ guess, truth }) => guess !== truth),
  true,
  'all wrong',
);

// cell e17b8b3f
if (digits.complete) expectEqual(ones, 1135, 'ones');

// cell 0e654ff2
expectBetween(same.loss - result.loss, [-0.001, 0.001], 'difference of the losses');
