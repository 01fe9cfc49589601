import * as tf from '@tensorflow/tfjs-node';
import {
  byMode,
  evaluate,
  expectBetween,
  expectEqual,
  fashionClassNames,
  predictImages,
} from 'nnlab';

// cell 85bc2cc6
const [trainCount, testCount] = fashion.complete ? [60000, 10000] : [3000, 500];
expectEqual(
  shapes,
  [
    [trainCount, 785],
    [testCount, 785],
  ],
  'shapes',
);

// cell c9b5cb71
expectEqual(trainFrame.columns.length, 785, 'columns');
expectEqual(trainFrame.columns.at(-1), 'pixel784', 'last column');

// cell 1be539de
expectEqual(facts.missing, 0, 'missing values');
expectEqual([...facts.pixelRange], [0, 255], 'pixel range');

// cell 132d0a0a
const perLabel = byMode({ full: 6000, sample: 300 }, fashion);
const found = counts.rows.map((row) => row[2]);
expectEqual(found, Array(10).fill(perLabel), 'rows of each label');

// cell dd953c00
if (fashion.complete) expectEqual(firstLabel, 9, 'label of the first row');

// cell 175fd71f
expectEqual(
  [learning, validation, testRows].map((part) => part.labels.length),
  byMode({ full: [54000, 6000, 10000], sample: [2700, 300, 500] }, fashion),
  'train, validation and test rows',
);
const firstFive = [...learning.labels.slice(0, 5)];
if (fashion.complete) expectEqual(firstFive, [8, 8, 7, 4, 8], 'first five labels');

// cell 32a13a52
const highest = tf.tidy(() => trainData.images.max().dataSync()[0]);
expectEqual(highest, 1, 'highest value after scaling');

// cell b9b0ee50
expectEqual(model.countParams(), 101770, 'parameters');

// cell ebb1ccd9
expectBetween(
  lowestLoss.loss,
  byMode(
    {
      full: [0.285, 0.315],
      quick: [0.305, 0.335],
      sample: [0.5, 0.535],
    },
    fashion,
  ),
  'lowest validation loss',
);
expectBetween(
  bestAccuracy,
  byMode(
    {
      full: [0.88, 0.905],
      quick: [0.865, 0.892],
      sample: [0.82, 0.86],
    },
    fashion,
  ),
  'best validation accuracy',
);

// cell af029ceb
expectBetween(
  result.accuracy,
  byMode(
    {
      full: [0.87, 0.9],
      quick: [0.855, 0.885],
      sample: [0.84, 0.875],
    },
    fashion,
  ),
  'test accuracy',
);

// cell e4a7a01a
expectEqual(plainGuess, predictImages(model, testRows)[0]!.guess, 'guess');

// cell 3d187fcf
const again = evaluate(loaded, testData);
expectEqual(again.loss, result.loss, 'test loss of the loaded model');

// cell ce961d17
expectBetween(
  risen,
  byMode(
    {
      full: [0.01, 0.06],
      quick: [0, 0.02],
      sample: [0.02, 0.09],
    },
    fashion,
  ),
  'rise of the validation loss',
);

// cell 8687039c
expectEqual(careful.countParams(), model.countParams(), 'parameters');

// cell 2961833b
expectBetween(
  stopped.accuracy,
  byMode(
    {
      full: [0.865, 0.895],
      quick: [0.86, 0.89],
      sample: [0.81, 0.855],
    },
    fashion,
  ),
  'test accuracy, stopped early',
);

// cell 9c3f5d65
expectEqual(fashionClassNames[hardest], 'Shirt', 'hardest category');
expectBetween(
  recalls[1] ?? 0,
  byMode(
    {
      full: [0.955, 0.985],
      quick: [0.95, 0.98],
      sample: [0.95, 1],
    },
    fashion,
  ),
  'recall of Trouser',
);

// cell 2bd3a8f0
expectEqual(small.countParams(), byHand, 'parameters with 64 neurons');
