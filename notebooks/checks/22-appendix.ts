import { accuracyOf, byMode, expectBetween, expectEqual } from 'nnlab';

// cell a7cc144f
if (fashion.complete && digits.complete) {
  const means = statistics.map(({ mean }) => mean.toFixed(4));
  expectEqual(means, ['0.2860', '0.1307'], 'means');
  const deviations = statistics.map((one) => one.standardDeviation.toFixed(4));
  expectEqual(deviations, ['0.3530', '0.3081'], 'standard deviations');
}

// cell 09a4ae9a
expectEqual(
  [shuffled, lab, lastTenth, mixed, lastDigits].map(({ train }) => train.labels.length),
  [
    ...byMode({ full: [54000, 55000, 54000], sample: [2700, 2750, 2700] }, fashion),
    ...byMode({ full: [54000, 54000], sample: [8100, 8100] }, digits),
  ],
  'rows to learn from',
);

// cell fc91cfc3
const bands: Record<string, { full: number[]; quick: number[]; sample: number[] }> = {
  '2': { full: [0.87, 0.9], quick: [0.855, 0.885], sample: [0.84, 0.875] },
  '4': { full: [0.863, 0.893], quick: [0.834, 0.864], sample: [0.831, 0.861] },
  '6': { full: [0.869, 0.899], quick: [0.85, 0.88], sample: [0.845, 0.875] },
  '7': { full: [0.861, 0.891], quick: [0.846, 0.876], sample: [0.818, 0.858] },
  '8, 10': { full: [0.867, 0.897], quick: [0.856, 0.886], sample: [0.79, 0.875] },
  '11, 12, 20': { full: [0.972, 0.982], quick: [0.957, 0.983], sample: [0.928, 0.967] },
  '19': { full: [0.968, 0.983], quick: [0.957, 0.979], sample: [0.928, 0.963] },
  '15, 16': { full: [0.965, 0.985], quick: [0.957, 0.979], sample: [0.936, 0.971] },
  '17': { full: [0.9176, 0.9236], quick: [0.9176, 0.9236], sample: [0.88, 0.91] },
};
const ofClothes = ['2', '4', '6', '7', '8, 10'];
for (const [lesson, row] of measured) {
  const band = bands[lesson]!;
  expectEqual(row.at(-2), band.full.join('–'), `band of lesson ${lesson}`);
  const set = ofClothes.includes(lesson) ? fashion : digits;
  expectBetween(Number(row.at(-1)), byMode(band, set), `test accuracy, lesson ${lesson}`);
}
expectEqual(measured.size, Object.keys(bands).length, 'networks measured');

// cell e6200113
expectEqual(
  byHand,
  [...measured.values()].map((row) => row[5]),
  'all parameters',
);
expectEqual([...new Set(byHand)], [101770, 86835, 109386, 7850], 'the four sizes');

// cell cc8ba17e
if (byMode({ full: true, quick: false, sample: false }, fashion)) {
  expectBetween(accuracyIn('2') - 0.8821, [-0.01, 0.01], 'lesson 2, nnlab minus Keras');
  expectBetween(accuracyIn('6') - 0.8807, [-0.01, 0.01], 'lesson 6, nnlab minus Keras');
}

// cell 356e2211
expectEqual([28 * 28, 48 * 48, 48 * 48 * 3], [784, 2304, 6912], 'numbers in a picture');
expectEqual([51 / 255, (60 - 10) / (110 - 10)], [0.2, 0.5], 'scaled');

// cell 746942cf
expectBetween(sum, [0.8999, 0.9001], 'weighted sum plus bias');
expectBetween(Math.max(0, sum), [0.8999, 0.9001], 'after ReLU');

// cell 833d0177
expectEqual(fourPlaces(activated.ReLU), ['0.0000', '2.0000'], 'ReLU');
expectEqual(fourPlaces(activated.LeakyReLU), ['-0.2000', '2.0000'], 'LeakyReLU');
expectEqual(fourPlaces(activated.Sigmoid), ['0.1192', '0.8808'], 'Sigmoid');
expectEqual(fourPlaces(activated.Tanh), ['-0.9640', '0.9640'], 'Tanh');
expectEqual(fourPlaces(activated.softmax), ['0.6652', '0.2447', '0.0900'], 'softmax');

// cell 174eb793
expectEqual([784 * 128, 784 * 128 + 128], [100352, 100480], 'weights, with biases');
expectEqual(
  [(4 * 101770) / 1024, (4 * 86835) / 1024].map((size) => size.toFixed(2)),
  ['397.54', '339.20'],
  'KB of lessons 2 and 4',
);
expectEqual(2 * 101770 + 2, 203542, 'what Adam keeps');
const stepCounts = [54000, 55000, 60000, 10000].map(stepsOf);
expectEqual(stepCounts, [1688, 1719, 1875, 313], 'steps');

// cell c7c3c4a7
expectEqual(
  Object.values(losses).map((one) => one.dataSync()[0]!.toFixed(3)),
  ['0.408', '0.408', '0.223', '4.000', '2.000', '0.700'],
  'losses: the first by hand, the others from TensorFlow',
);

// cell 770dd1b2
expectBetween(-Math.log(0.1), [2.302, 2.303], 'loss of a network that knows nothing');

// cell 0c5cfcad
const places = [
  ['0.7000', '0.9000'],
  ['0.7000', '1.0800'],
  ['0.6581', '0.7728'],
  ['0.5500', '0.6000'],
];
expectEqual(stepped, places, 'all eight');

// cell af14958c
expectEqual(accuracyOf(example), 0.7, 'accuracy');
expectEqual(
  [shirt!.precision, shirt!.recall, shirt!.f1].map((one) => one.toFixed(3)),
  ['0.800', '0.667', '0.727'],
  'precision, recall, F1 of the shirts',
);
const threeScores = [0.1, 0.7, 0.2];
expectEqual(threeScores.indexOf(Math.max(...threeScores)), 1, 'argmax');

// cell f166494b
const three = runs.slice(2).map(({ net }) => net.countParams());
expectEqual(three, [101770, 86835, 109386], 'parameters of the three');

// cell 5d2e1acf
expectEqual(raw.images.shape, scaled.images.shape, 'shape');

// cell 09023cee
expectEqual(runs.length, 6, 'trainings');

// cell 3fc7f512
const trainingBands = byMode(
  {
    full: [
      [0.885, 0.895],
      [0.883, 0.893],
      [0.844, 0.854],
      [0.885, 0.895],
      [0.884, 0.894],
      [0.78, 0.86],
    ],
    quick: [
      [0.855, 0.867],
      [0.855, 0.871],
      [0.815, 0.828],
      [0.856, 0.87],
      [0.856, 0.87],
      [0.7, 0.83],
    ],
    sample: [
      [0.835, 0.865],
      [0.822, 0.852],
      [0.721, 0.762],
      [0.825, 0.855],
      [0.82, 0.85],
      [0.66, 0.79],
    ],
  },
  fashion,
);
runs.forEach(({ name, history }, i) =>
  expectBetween(history.at(-2)!.accuracy, trainingBands[i]!, `training, ${name}`),
);
const [first = 0, , sgd = 0, deeper = 0, leaky = 0, unscaled = 0] = reached;
expectBetween(
  first - unscaled,
  byMode({ full: [0.02, 0.12], quick: [0.03, 0.2], sample: [0.06, 0.25] }, fashion),
  'lost by raw pixels',
);
expectBetween(
  first - sgd,
  byMode({ full: [0.013, 0.045], quick: [0.025, 0.08], sample: [0.08, 0.17] }, fashion),
  'lost by SGD',
);
expectBetween(
  Math.max(Math.abs(first - deeper), Math.abs(first - leaky)),
  byMode({ full: [0, 0.018], sample: [0, 0.04] }, fashion),
  'moved by the layers',
);

// cell 6d51845a
expectEqual(
  biases.map(({ size }) => size),
  [128, 10],
  'biases of both layers',
);
expectBetween(empty / pixels.length, [0.8, 0.815], 'share of zeros in MNIST');

// cell 296a3212
expectEqual(small, 52650, 'parameters');
expectEqual(((4 * small) / 1024).toFixed(2), '205.66', 'KB');
expectEqual(48000 / 64, 750, 'steps');

// cell 0c38e23b
expectBetween(lost.history.at(-1)!.accuracy, [0.05, 0.25], 'validation accuracy');
expectBetween(speaking, [0, 64], 'hidden neurons that ever answer, of 128');
