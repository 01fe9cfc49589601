import { accuracyOf, byMode, expectBetween, expectEqual, historyOf } from 'nnlab';

// cell 2fbed429
expectEqual(
  [learning.labels.length, validation.labels.length],
  byMode({ full: [54000, 6000], sample: [8100, 900] }, digits),
  'rows to learn from, rows to choose by',
);

// cell 92f29ad2
for (const { images } of [trainData, validationData]) {
  const largest = tf.tidy(() => images.max().dataSync()[0]);
  expectEqual([...images.shape.slice(1), largest], [28, 28, 1], 'shape, largest value');
}

// cell 3629ba07
expectEqual(deeperLook.countParams(), 109386, 'parameters');

// cell 13085a1e
expectEqual(leakyLook.countParams(), 109386, 'parameters');

// cell 172e2cd8
expectEqual(rmsprop().getClassName(), 'RMSProp', 'optimizer');

// cell 007c885c
const [baseLearned = 0, baseHeld = 0] = historyOf(baseModel)
  .slice(-2)
  .map(({ accuracy }) => accuracy);
expectBetween(
  baseLearned,
  byMode({ full: [0.99, 0.998], quick: [0.967, 0.98], sample: [0.983, 0.997] }, digits),
  'training accuracy at the end',
);
expectBetween(
  baseHeld,
  byMode({ full: [0.969, 0.982], quick: [0.96, 0.978], sample: [0.935, 0.965] }, digits),
  'validation accuracy at the end',
);

// cell 6e168976
expectEqual(augmentedModel.countParams(), leakyModel.countParams(), 'parameters');

// cell 3b930ef0
const [augmentedLearned = 0] = historyOf(augmentedModel)
  .slice(-2)
  .map(({ accuracy }) => accuracy);
expectBetween(
  augmentedLearned,
  byMode({ full: [0.953, 0.967], quick: [0.928, 0.946], sample: [0.918, 0.937] }, digits),
  'training accuracy, augmented',
);

// cell 6170e8dc
const plain = results.slice(0, 4).map(({ accuracy }) => accuracy);
expectBetween(
  Math.max(...plain) - Math.min(...plain),
  byMode({ full: [0, 0.008], quick: [0, 0.014], sample: [0, 0.022] }, digits),
  'best minus worst of the four',
);
const [straight, bent] = (['accuracy', 'crooked'] as const).map(
  (figure) => results[4]![figure] - results[3]![figure],
);
expectBetween(
  straight!,
  byMode({ full: [-0.008, 0.012], quick: [-0.02, 0.012], sample: [-0.03, 0.015] }, digits),
  'augmented minus RMSprop',
);
expectBetween(
  bent!,
  byMode({ full: [0.17, 0.28], quick: [0.2, 0.33], sample: [0.26, 0.37] }, digits),
  'augmented minus RMSprop, crooked rows',
);
expectBetween(
  results.at(-1)!.accuracy,
  byMode({ full: [0.978, 0.989], quick: [0.966, 0.982], sample: [0.938, 0.975] }, digits),
  'validation accuracy, wide',
);

// cell f79cb139
expectBetween(
  tested.accuracy,
  byMode({ full: [0.98, 0.99], quick: [0.965, 0.984], sample: [0.935, 0.975] }, digits),
  'test accuracy',
);

// cell 63c6a609
expectEqual(accuracyOf(predictions).toFixed(4), tested.accuracy.toFixed(4), 'accuracy, counted');
