import type { Turns } from './turn';

export const goingOn: Turns = {
  '9.1': {
    calls: [
      [[10_000, 50], 15_650],
      [[64, 3], 6],
    ],
    mistakes: [
      [15_625, 'The rows that are left over in an epoch are a batch too: round up.'],
      [313, 'That is one epoch.'],
      [500_000, 'Adam steps after each batch, not after each row.'],
      [50, 'Adam steps after each batch, not only after each epoch.'],
    ],
    hint: 'Math.ceil(rows / 32) are the steps of one epoch; multiply by the epochs.',
    because:
      'The file keeps this number: Adam lifts its averages as long as they are nearly empty, and must know that they are not.',
  },
  '9.2': {
    calls: [
      [[101_770], 305_312],
      [[10], 32],
    ],
    mistakes: [
      [101_770, 'These are the weights and biases alone; Adam has its own numbers.'],
      [203_542, 'That is what belongs to Adam; the weights and biases are in the file too.'],
      [203_540, 'Adam has two moving averages for each of them, so there are three lists.'],
      [305_310, 'The number of steps and the learning rate are in the file as well.'],
    ],
    hint: 'Each weight and bias, two moving averages for each, and two single numbers.',
    because: 'That is why a file with its optimizer is three times as large as one without.',
  },
  '9.3': {
    calls: [
      [
        [5, 2],
        [3, 4, 5],
      ],
      [
        [3, 1],
        [2, 3],
      ],
      [
        [2, 0],
        [1, 2],
      ],
    ],
    mistakes: [
      [[2, 3, 4, 5], 'Epoch 2 is done already: training begins after it.'],
      [[3, 4, 5, 6, 7], 'epochs is the number of the last one, not how many are added.'],
      [[1, 2, 3, 4, 5], 'Those before initialEpoch are done already.'],
      [3, 'That is how many there are; their numbers are wanted.'],
    ],
    hint: 'From initialEpoch + 1 to epochs: Array.from({ length: … }, (_, i) => …) makes such a list.',
    because: 'Without initialEpoch it would begin with 1.',
  },
  '9.4': {
    calls: [
      [[[0.9, 0.5, 0.75, 0.25], 2], 0.25],
      [[[0.5, 0.25], 1], -0.25],
    ],
    mistakes: [
      [-0.25, 'Take the earlier loss away from the later one, not the other way round.'],
      [-0.5, 'Epochs count from 1, places in an array from 0: the loss of epoch 2 is losses[1].'],
      [-0.4, 'That is the change before the restart.'],
      [0.75, 'That is the loss after the restart; take the one before it away.'],
    ],
    hint: 'The epoch before the restart stands at losses[restart - 1], the next one at losses[restart].',
    because:
      'Compare it with the changes at other epochs: only what is much larger tells of something lost.',
  },
  '9.5': {
    calls: [
      [
        [
          [1, 5, 2],
          [1, 2, 4],
        ],
        3,
      ],
      [
        [
          [0, 1],
          [4, 1],
        ],
        4,
      ],
      [[[7], [7]], 0],
    ],
    mistakes: [
      [2, 'That is how many differ; how far they are apart is wanted.'],
      [5 / 3, 'That is the mean distance; the largest is wanted.'],
      [5, 'That is the sum of all distances; the largest is wanted.'],
      [1, 'Look at two numbers of the same place at a time, not at the largest of each list.'],
    ],
    hint: 'Make a list of the distances with map and Math.abs, and take Math.max of it.',
    because: 'Of the two runs above the answer is 0. A small number would not be the same proof.',
  },
  '9.6': {
    calls: [
      [[0.02, 0.001], -0.001],
      [[-5, 0.001], 0.001],
    ],
    mistakes: [
      [0.001, 'It goes against the gradient: a minus.'],
      [-0.00002, 'That is plain gradient descent; Adam divides by the root of v.'],
      [-0.05, 'Divide by the root of v, not by v itself.'],
      [-1, 'Multiply by the learning rate.'],
    ],
    hint: 'It is -rate * gradient, divided by Math.sqrt(gradient ** 2).',
    because: 'Of the gradient only the sign is left: 0.02 and 5 move a weight equally far.',
  },
  '9.7': {
    calls: [
      [
        [
          [1, 2, 3],
          [1, 2],
        ],
        [1, 2, 3, 4, 5],
      ],
      [
        [[1], [1, 2]],
        [1, 2, 3],
      ],
    ],
    mistakes: [
      [[1, 2, 3, 1, 2], 'The second session starts at 1 again: the line would run back.'],
      [[1, 2, 3, 3, 4], 'Epoch 3 is there twice: add the number of all epochs before.'],
      [[4, 5], 'That is the second session; the first belongs to the line too.'],
    ],
    hint: 'Put first before second, and add first.length to each number of the second.',
    because: 'initialEpoch saves you this: with it the epochs go on counting by themselves.',
  },
  '9.8': {
    calls: [
      [[[1, 1]], 0.19],
      [[[4, 0]], 0.36],
    ],
    mistakes: [
      [1, 'That is the plain mean; this average starts at 0 and fills step by step.'],
      [0.2, 'What the average was before is kept by nine tenths only.'],
      [0.99, 'It is the other way round: nine tenths of the old, one tenth of the new.'],
      [0.1, 'That is the average after the first gradient; go on to the last.'],
    ],
    hint: 'Start reduce at 0; at each gradient it is 0.9 * average + 0.1 * gradient.',
    because:
      'With a steady gradient of 1 it is at 0.9 after 22 steps. An epoch of this lesson has 313.',
  },
};
