import { byMode, expectBetween, expectEqual } from 'nnlab';

// cell b81d1122
expectEqual(oneLine.countParams(), 100480, 'numbers in one line');

// cell a1e40b8a
expectEqual(kernelShape, [784, 128], 'shape of the weights');
expectEqual(biasShape, [128], 'shape of the biases');

// cell 09fb220e
expectBetween(y, [0.8999, 0.9001], 'the weighted sum');

// cell 372b4730
expectBetween(answer.dataSync()[0]!, [0.8999, 0.9001], 'the same from TensorFlow');

// cell 7e7bf3a4
expectBetween(sumOnly, [0.3999, 0.4001], 'without a bias');

// cell 5459f3f9
expectEqual(exactlyOne(relu), [0, 1, 1, 0], 'with ReLU');
expectEqual(exactlyOne(none), [2, 1, 1, 0], 'without');

// cell 0ec76b30
expectBetween(largest, [0.0925, 0.0938], 'largest size of a starting weight');
expectEqual(
  before[1]!.every((value) => value === 0),
  true,
  'all biases start at 0',
);

// cell e3816db8
const count = byMode({ full: 5000, sample: 3000 }, fashion);
expectEqual(
  [rows.images.shape, withChannel.shape, vectors.shape],
  [
    [count, 28, 28],
    [count, 28, 28, 1],
    [count, 784],
  ],
  'as they come, as 4D images, as 2D vectors',
);

// cell f351cc0c
expectEqual(hiddenValues.length, 128, 'values of the hidden layer');

// cell 49bd6e9c
expectEqual(perPicture, 784, 'numbers of one picture');

// cell 0da504a0
expectEqual(model.outputs[0]!.shape, [null, 10], 'output (null: any count)');

// cell 48625208
expectEqual(connections, [784 * 128, 128 * 10], 'connections, layer by layer');

// cell 209aebcb
expectBetween(
  trained,
  byMode({ full: [0.794, 0.824], sample: [0.799, 0.829] }, fashion),
  'test accuracy',
);

// cell 69da5f15
expectEqual(
  after[1]!.some((value) => value !== 0),
  true,
  'biases have moved',
);

// cell f08ad337
expectEqual(moved > 0.005 && difference < 0.0001, true, 'moved, and still equal');

// cell 1effaed4
expectEqual([after[1]!.length, after[3]!.length], [128, 10], 'biases of both layers');

// cell c2b72fce
expectBetween(sigmoid(2) * (1 - sigmoid(2)), [0.1049, 0.105], 'slope of Sigmoid at 2');

// cell e043a929
expectEqual(slopes, [-4, -2], 'gradients for w and b');

// cell 1ffcc77d
expectBetween(losses[0]!, [2.1249, 2.1251], 'mean squared error');
expectBetween(losses[1]!, [1.2499, 1.2501], 'mean absolute error');
expectBetween(losses[2]!, [0.3499, 0.3501], 'hinge loss');
expectBetween(losses[3]!, [0.223, 0.2232], 'binary cross-entropy');
expectBetween(losses[4]! - losses[5]!, [-0.0001, 0.0001], 'difference of the last two');

// cell 4067af0f
expectEqual(lossAt(0.5, 1), 1, 'loss before the step');
expectBetween(lossAt(newW, newB), [0.2499, 0.2501], 'loss after it');

// cell 7d8ae3bf
const figures = byMode(
  {
    full: [2.273, 0.5, 0.66, 0.485, 0.44],
    sample: [2.272, 0.526, 0.792, 0.514, 0.475],
  },
  fashion,
);
const bandOf = (figure = NaN) =>
  [figure - 0.025, figure + 0.025].map((end) => Number(end.toFixed(4)));
runs.forEach((one, i) => expectBetween(lastLoss(one), bandOf(figures[i]), one.name));

// cell 36bf76e5
const lastLosses = sized.map(lastLoss);
expectEqual(
  [...lastLosses].sort((a, b) => a - b),
  lastLosses,
  'last losses: the smaller the batch, the lower',
);

// cell e28b3e80
expectEqual(relu(own), 0.25, 'with ReLU');

// cell cea2f6a3
const gradientDescent = runs[0]!;
expectEqual(lastLoss(adamRun) < lastLoss(gradientDescent), true, 'lower than gradient descent');
