import { byMode, evaluate, expectBetween, expectEqual, type HistoryRow, historyOf } from 'nnlab';

// cell 03c121a2
expectBetween(widest, [0, 0.001], 'largest difference');

// cell 28edd106
const ours = process.release.name === 'node' ? 'tensorflow' : 'wasm';
expectEqual(tf.getBackend(), ours, 'the engine');

// cell d52767ce
expectBetween(apart, [0, 0.00001], 'largest difference between high and low');

// cell 139af149
expectEqual(few.images.shape, [6000, 28, 28], 'pictures for the first drive');

// cell 024677f2
expectBetween(
  historyOf(first).at(-1)!.accuracy,
  byMode({ full: [0.81, 0.86] }, digits),
  'accuracy during the first epoch',
);

// cell 923a2328
expectEqual(
  [digits.train.labels.length, digits.test.labels.length],
  byMode({ full: [60000, 10000], sample: [9000, 1000] }, digits),
  'pictures',
);
expectEqual(
  [least, most].map((tensor) => tensor.dataSync()[0]),
  [0, 1],
  'smallest and largest after dividing by 255',
);

// cell 765922a9
expectBetween(
  baseline,
  byMode({ full: [0.1123, 0.1124], sample: [0.1, 0.125] }, digits),
  'the baseline',
);

// cell ed6a0f93
const shapesExpected = [
  [null, 784],
  [null, 128],
  [null, 10],
];
expectEqual(outputShapes as unknown, shapesExpected, 'what leaves each layer (null: any count)');

// cell 1f74c026
const [, second = NaN] = shares.dataSync();
expectBetween(second, [0.809, 0.8095], 'second probability');
const sumOfShares = shares.dataSync<'float32'>().reduce((total, share) => total + share, 0);
expectBetween(sumOfShares, [0.9999, 1.0001], 'sum');

// cell 29645ca1
expectBetween(tiny, [0.8999, 0.9001], 'y');

// cell 3e825e32
expectBetween(before, [2.1, 2.6], 'loss before the step');
expectBetween(before - after, [0.1, 0.4], 'gained by one step');

// cell de060b95
expectEqual(byFormula, [100480, 1290], 'weights and biases of both layers');
expectEqual([allByFormula, first.countParams()], [101770, 101770], 'by formula, by TensorFlow');

// cell 9cb3753a
expectBetween(largest, [0.08, 0.0812], 'largest starting weight');

// cell fe8f2a94
expectEqual(model.countParams(), 101770, 'parameters');

// cell 3a124709
expectBetween(
  epochRows.at(-2)!.accuracy,
  byMode(
    {
      full: [0.981, 0.99],
      quick: [0.958, 0.971],
      sample: [0.961, 0.975],
    },
    digits,
  ),
  'training accuracy at the end',
);
expectBetween(
  epochRows.at(-1)!.accuracy,
  byMode(
    {
      full: [0.973, 0.984],
      quick: [0.966, 0.978],
      sample: [0.93, 0.955],
    },
    digits,
  ),
  'validation accuracy at the end',
);

// cell ca6ade84
expectEqual(row.dataSync().indexOf(1), digits.train.labels[7], 'the hot place');

// cell 1c33c4e6
expectBetween(sparse.loss - categorical.loss, [-0.001, 0.001], 'difference');

// cell 3c6b9e96
const lastLosses = runs.map((run) => run.history.at(-1)!.loss);
expectBetween(
  lastLosses[0]!,
  byMode({ full: [0.185, 0.235], sample: [0.17, 0.23] }, digits),
  'Adam',
);
expectBetween(lastLosses[1]!, byMode({ full: [0.38, 0.46], sample: [0.4, 0.47] }, digits), 'SGD');
expectBetween(
  lastLosses[2]!,
  byMode({ full: [0.18, 0.22], sample: [0.17, 0.23] }, digits),
  'RMSprop',
);

// cell 32c393e1
expectEqual(scores[8]!.f1.toFixed(6), f1.toFixed(6), 'F1 by hand and by the library');

// cell bbf112d3
const chosen = candidates.reduce((a, b) => (b.accuracy > a.accuracy ? b : a));
expectEqual(chosen.units, 128, 'the choice');

// cell 21f9d9cf
for (const { split, accuracy } of historyOf(tooSmall).slice(-2)) {
  expectBetween(accuracy, [0.45, 0.7], `underfit: ${split} accuracy`);
}

// cell 500eb818
const [learned, validated] = historyOf(wellMade).slice(-2);
expectBetween(
  validated!.loss - learned!.loss,
  byMode({ full: [0.04, 0.12], sample: [0, 0.12] }, digits),
  'good fit: validation loss minus training loss',
);

// cell d0559f28
const [trained, checked] = historyOf(byHeart).slice(-2);
expectEqual(trained!.accuracy, 1, 'overfit: training accuracy');
expectBetween(
  checked!.accuracy,
  byMode({ full: [0.83, 0.87], sample: [0.85, 0.89] }, digits),
  'overfit: validation accuracy',
);

// cell 7b544dd2
const lossesOf = (rows: readonly HistoryRow[]) =>
  rows.filter((row) => row.split === 'validation').map((row) => row.loss);
const [plain, dropped, penalized] = cures.map((one) => lossesOf(one.history));
expectBetween(
  plain!.at(-1)! - penalized!.at(-1)!,
  byMode({ full: [0.1, 0.24], sample: [0.06, 0.2] }, digits),
  'last loss, L2 against neither',
);
expectBetween(
  Math.min(...plain!) - Math.min(...dropped!),
  byMode({ full: [0, 0.06], sample: [0, 0.06] }, digits),
  'lowest, dropout',
);
expectEqual(Math.min(...penalized!) < Math.min(...plain!), true, 'L2 reaches a lower point');

// cell be197d01
expectEqual(stopper.countParams(), byHeart.countParams(), 'parameters');

// cell a47f66bf
expectBetween(historyOf(stopper).at(-1)!.epoch, [13, 27], 'epochs made of 100');

// cell e3f34867
expectBetween(
  judged[1]!.loss - judged[0]!.loss,
  byMode({ full: [0.09, 0.22], sample: [0.06, 0.16] }, digits),
  'loss saved',
);

// cell f5e3a9d8
expectBetween(best, [17, 27], 'best of 1,000 guessers, of 100');
expectBetween(later, [2, 18], 'the same one on 100 other pictures');

// cell 78906251
expectBetween(
  proof.accuracy,
  byMode(
    {
      full: [0.968, 0.983],
      quick: [0.96, 0.979],
      sample: [0.935, 0.965],
    },
    digits,
  ),
  'test accuracy, the proof',
);

// cell 9f1cc0a5
expectBetween(unsure.confidence, [0.12, 0.45], 'lowest confidence');

// cell 78a540a9
const fromFile = evaluate(opened, testRows).accuracy;
expectEqual(fromFile, proof.accuracy, 'accuracy from the file');

// cell 272e18ef
expectEqual(deeper.countParams(), 52650, 'parameters of 784-64-32-10');

// cell 9413f856
expectBetween(evaluate(own, held).accuracy, [0.938, 0.968], 'with the best weights');

// cell 3051249d
expectBetween((2 * 0.9 * 0.81) / (0.9 + 0.81), [0.852, 0.853], 'F1 of exercise 4');
