import { expectBetween, expectEqual, historyOf } from 'nnlab';

// cell 652ebdf9
expectEqual(4 * 5 + 5 * 3 + 3 * 2, 41, 'lines in the drawing');

// cell dddc492c
expectEqual(ear.length, 64, 'numbers for the input layer');

// cell 7e2a57a7
expectEqual(answers.filter((answer) => answer > 0).length, 12, 'places with an edge');

// cell fa21cfd6
expectEqual(fruitRows.at(-1)?.accuracy, 1, 'share of right answers');

// cell 884a12c0
expectBetween(gaps.red, [8.5, 8.53], 'redness');
expectBetween(gaps.round, [2.05, 2.08], 'roundness');

// cell b78b4bc8
expectEqual(catsDogs.countParams(), 12714, 'weights and biases');

// cell d06788f2
expectEqual(catsDogs.layers.length, 3, 'layers that learn');

// cell 7542e127
expectEqual([1 * 2 - 1 * 0, 0.5 * 2 + 2 * 0], [2, 1], 'scores by hand');

// cell c203a236
expectBetween(probabilitiesFor([1, 0.5])[0]!, [0.731, 0.7311], 'probability of cat');

// cell c4a81858
expectEqual(1 / (1 + Math.exp(-0)), 0.5, 'Sigmoid in the middle');

// cell 384f5589
expectEqual(relus, [0, 0, 0.5, 2], 'ReLU');
expectBetween(sigmoids[3]!, [0.88, 0.881], 'Sigmoid of 2');

// cell 57fb8e85
expectBetween(mse, [166.66, 166.67], 'mean squared error');

// cell cf4256ab
const crossEntropies = tf.tidy(() =>
  Array.from(
    tf.metrics
      .categoricalCrossentropy(
        tf.tensor2d([
          [1, 0],
          [0, 1],
        ]),
        tf.tensor2d([
          [catShare, 1 - catShare],
          [catShare, 1 - catShare],
        ]),
      )
      .dataSync(),
  ),
);
expectBetween(crossEntropies[0]!, [0.3132, 0.3133], 'loss if it is a cat');
expectBetween(crossEntropies[1]!, [1.3132, 1.3134], 'loss if it is a dog');

// cell a9202357
expectBetween(backwards[1]![0]!, [-0.538, -0.5378], 'from h1 to cat');
expectBetween(backwards[0]![0]!, [-0.1346, -0.1344], 'from pixel 1 to h1');
expectEqual(backwards[0]![1] === 0, true, 'nothing flows through h2');

// cell f7a9796e
expectBetween(updated, [1.0537, 1.0539], 'weight after one step');
expectBetween(lossAfter, [0.243, 0.2445], 'loss after one step');

// cell 19890011
const steepness = (w: number) => w - 1;
expectBetween(-2.2 - 0.4 * steepness(-2.2), [-0.93, -0.91], 'w after one step at 0.4');

// cell 81cf9964
expectEqual(2 * Math.ceil(10 / 4), 6, 'iterations in 2 epochs');
expectEqual(10 * (60000 / 32), 18750, 'iterations in 10 epochs');

// cell 90b6db63
expectEqual(tinyRows.length, 30, 'epochs');
expectBetween(tinyRows[0]!.loss, [0.3132, 0.3133], 'loss in epoch 1');
expectBetween(tinyRows[29]!.loss, [0.021, 0.022], 'loss in epoch 30');

// cell c45572a9
const winner = tf.tidy(() => tf.softmax([2, 1]).argMax().dataSync()[0]!);
expectEqual(classes[winner], 'cat', 'the winner');

// cell 03620596
expectEqual(stuck.loss, 0.25, 'loss of the best weighted sum');
expectEqual(stuck.slopes, [0, 0, 0], 'slopes there');

// cell 1a68e6f5
expectEqual(exactlyOne, [0, 1, 1, 0], 'exactly one of the two');

// cell 3ee3816d
expectEqual(variables.length, 4, 'two kernels, two biases');

// cell 8c12b900
expectBetween(lastLoss, [0, 0.001], 'loss at the end');

// cell 56da5117
expectEqual(
  [0, 27, 756, 783].map((at) => regions[at]! > 127),
  [false, true, true, false],
  'the four corners',
);

// cell c62b8759
expectBetween(fitLoss - lastLoss, [-0.0001, 0.0001], 'difference to the loop');

// cell 5a77d286
expectBetween(trainLoss - lastLoss, [-0.0001, 0.0001], 'difference to the loop');

// cell ff32f2a1
expectEqual((28 - 3 + 1) ** 2, 676, 'places for a filter of 3 by 3');

// cell 980fef32
expectEqual(
  [catsDogs.layers[0]!.countParams(), filters.countParams()],
  [12560, 160],
  'dense and convolutional',
);

// cell d3af2758
expectBetween(states[0]!, [0.179, 0.18], 'state after 1, 0, 0');
expectBetween(states[1]!, [0.761, 0.762], 'state after 0, 0, 1');

// cell 906a3fdf
expectEqual(multiplications, 101632, 'multiplications for one picture');
expectEqual(60000 * multiplications, 6097920000, 'for one epoch, forwards');

// cell 6bf02373
expectEqual(Math.floor((multiplications + 128 + 10) / 100), 1017, 'numbers a picture');

// cell c3809737
const [engine, home] =
  process.release.name === 'node' ? ['tensorflow', 'Node'] : ['wasm', 'a browser'];
expectEqual(tf.getBackend(), engine, `what computes in ${home}`);

// cell e2f40b87
expectEqual(500 ** 3, 125000000, 'multiplications');
expectEqual(corner, 500, 'each number of the result');

// cell f60ef525
expectEqual(slopeAt3, 6, 'gradient of x² at 3');

// cell 4ee4b12b
const steepest = tf.tidy(() =>
  [tf.grad((x) => x.sigmoid())(tf.scalar(0)), tf.grad((x) => x.tanh())(tf.scalar(0))].map(
    (slope) => slope.dataSync()[0],
  ),
);
expectEqual(steepest, [0.25, 1], 'slopes of Sigmoid and Tanh at 0');

// cell abf0cf95
const layerOut = tf.tidy(() => Array.from(layerOf(tf.tensor2d([[1, 0.5]])).dataSync()));
expectEqual(layerOut, [2, 0], 'hidden layer of the tiny network');

// cell fe029cca
expectEqual(
  traced.kernels.map(({ name }) => name),
  ['BatchMatMul', 'Add', 'Relu'],
  'operations',
);

// cell 89542611
expectEqual(['node', 'browser'].includes(process.release.name), true, 'a home that is known');
expectEqual('document' in globalThis, false, 'is there a web page');

// cell ee70ebdc
expectEqual(
  ranks.map(({ rank }) => rank),
  [0, 1, 2, 3, 4, 5],
  'ranks',
);

// cell eddb36f8
const orange = tf.tidy(() =>
  tf
    .tensor3d([
      [
        [255, 0, 0],
        [255, 165, 0],
        [120, 120, 120],
      ],
    ])
    .slice([0, 1, 0], [1, 1, 3])
    .dataSync(),
);
expectEqual(Array.from(orange), [255, 165, 0], 'the middle pixel');

// cell 3b755a9f
expectEqual(added, [11, 22, 33], 'addition');
expectEqual(multiplied, [10, 40, 90], 'multiplication');

// cell c03857b7
expectEqual(
  product,
  [
    [19, 22],
    [43, 50],
  ],
  'matrix product',
);

// cell 0e96e92a
expectEqual(total, 12, 'sum');
expectEqual(tf.memory().numTensors - tensorsBefore, 0, 'tensors left over');

// cell 2b5abdab
expectEqual(seven, 7, '3 + 4, at once');
expectEqual('function' in tf, false, 'tf.function exists in TensorFlow.js');
expectEqual(typeof tf.loadGraphModel, 'function', 'tf.loadGraphModel is a');

// cell 23b0fac9
expectEqual(neuron.countParams(), 2, 'parameters');

// cell 73017921
expectBetween(weight, [1.99, 2.01], 'weight, in truth 2');
expectBetween(shift, [-1.01, -0.99], 'bias, in truth -1');

// cell 785bc583
expectBetween(historyOf(neuron).at(-1)!.loss, [0, 0.001], 'loss at the end');

// cell a6ed51ce
expectEqual(
  slopes.map((slope) => slope.toFixed(1)),
  ['0.1', '1.0'],
  'slopes',
);

// cell c58db1e8
expectEqual(
  tens,
  { part: [20, 30, 40], shape: [2, 3], type: 'int32', highest: 5 },
  'slice, reshape, cast, argMax',
);

// cell 51a36875
expectEqual(variableSlope, -18, 'gradient');

// cell 2e1320f9
expectBetween(probabilitiesFor([0.5, 1])[1]!, [0.777, 0.778], 'probability of dog');

// cell b9655213
expectEqual(30 * Math.ceil(55000 / 32), 51570, 'iterations');

// cell ddc151d6
expectEqual(cubeSlope, 12, 'gradient of x³ at 2');
