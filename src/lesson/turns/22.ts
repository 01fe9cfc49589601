import type { Turns } from './turn';

export const appendix: Turns = {
  '22.1': {
    calls: [
      [[[0, 0, 0, 1]], Math.sqrt(3) / 4],
      [[[0.5, 0.5]], 0],
    ],
    mistakes: [
      [0.1875, 'That is the variance; take the square root.'],
      [
        0.5,
        'Divide by how many there are, not by one less: these are all pixels, no sample of them.',
      ],
      [0, 'The differences cancel out: square them.'],
      [0.25, 'That is the mean; how far the values are from it is wanted.'],
    ],
    hint: 'Take the mean away from each, square, take the mean of that, and the root of it.',
    because: 'From 0 to 1 it is 0.5 at most: half black, half white. Clothes have 0.35.',
  },
  '22.2': {
    calls: [
      [
        [
          [1, 2, 3, 4, 5],
          [4, 9],
        ],
        1,
      ],
      [
        [
          [1, 2],
          [3, 4],
        ],
        0,
      ],
    ],
    mistakes: [
      [[4], 'That is the row; how many there are is wanted.'],
      [4, 'So many stand in the first alone; count those in both.'],
      [0, 'The place does not matter: ask other.includes(row).'],
    ],
    hint: 'Keep the rows of one that other includes, and take the length.',
    because:
      'Each of these splits must give 0: a row it has learned from says nothing about new ones.',
  },
  '22.3': {
    calls: [
      [[50_000], 62],
      [[101_770], 128],
    ],
    mistakes: [
      [49_990 / 795, 'There is no part of a neuron: round down.'],
      [63, 'With 63 there are 50,095, too many: count all that a neuron brings, and round down.'],
    ],
    hint: 'A hidden neuron brings 784 weights, a bias, and a weight to each of the 10 outputs; those have 10 biases.',
    because: 'Each hidden neuron costs 795, whatever the others are.',
  },
  '22.4': {
    calls: [
      [[2], 0.10499358540350662],
      [[0], 0.25],
    ],
    mistakes: [
      [0.8807970779778823, 'That is Sigmoid itself; multiply it by what is missing to 1.'],
      [0.11920292202211755, 'That is what is missing to 1; multiply it by Sigmoid.'],
      [-2, 'In the formula stands σ(x), not x.'],
    ],
    hint: 'Compute 1 / (1 + Math.exp(-x)), and multiply it by 1 less it.',
    because:
      'It is 0.25 at most: with each layer of Sigmoid a gradient shrinks to a quarter or less.',
  },
  '22.5': {
    calls: [
      [[101_770], (4 * 305_312) / 1024],
      [[254], 2.984375],
    ],
    mistakes: [
      [(4 * 101_770) / 1024, 'These are the parameters alone.'],
      [(4 * 203_542) / 1024, 'That is what Adam keeps; the parameters come to it.'],
      [305_312 / 1024, 'Each number takes 4 bytes.'],
      [(4 * 305_312) / 1000, 'A KB has 1,024 bytes here.'],
    ],
    hint: 'Add P and 2 P + 2, times 4 bytes, divided by 1,024.',
    because: 'A file that is to go on training is three times as large as one that only predicts.',
  },
  '22.6': {
    calls: [
      [[1, 0.8], -Math.log(0.8)],
      [[0, 0.8], -Math.log(0.2)],
      [[0, 0.5], Math.LN2],
    ],
    mistakes: [
      [
        Math.log(0.8),
        'The logarithm of a number below 1 is negative; the minus makes it positive.',
      ],
      [-Math.log(0.2), 'That is the loss if the truth is 0.'],
      [-Math.log(0.8) - Math.log(0.2), 'The truth switches one of the two terms off: multiply.'],
    ],
    hint: 'Two terms: truth times Math.log(p), and (1 - truth) times Math.log(1 - p), each with a minus.',
    because: 'The truth is a switch: of the two terms one is always 0.',
  },
  '22.7': {
    calls: [
      [
        [0.7, -4, -4],
        [1.08, -7.6],
      ],
      [
        [0.5, 0, -4],
        [0.7, -4],
      ],
    ],
    mistakes: [
      [[0.9, -4], 'That is gradient descent: nine tenths of the last v go on.'],
      [[0.9, -7.6], 'The weight takes the new v, not the old one or the gradient.'],
      [[0.32, -7.6], 'The step goes against v: a minus.'],
      [[-7.6, 1.08], 'The weight comes first.'],
    ],
    hint: 'First the new v, 0.9 · v + g; then w less 0.05 times it.',
    because: 'The second step is nearly twice the first, though the gradient is the same.',
  },
  '22.8': {
    calls: [
      [
        [
          [
            [8, 2],
            [1, 3],
          ],
        ],
        0.775,
      ],
      [
        [
          [
            [9, 0],
            [1, 0],
          ],
        ],
        0.5,
      ],
    ],
    mistakes: [
      [11 / 14, 'That is the accuracy: there the larger class counts more.'],
      [
        (8 / 9 + 3 / 5) / 2,
        'That is the mean of the precisions: a recall divides by the sum of its row.',
      ],
      [1.55, 'That is the sum of the recalls; divide by the number of classes.'],
    ],
    hint: 'For each row: the number at its own place divided by its sum. Then the mean of these.',
    because:
      'Who always guesses the larger class gets an accuracy of 0.9 here, and a mean recall of 0.5.',
  },
  '22.9': {
    calls: [
      [
        [
          ['128', 'Adam', 'scaled'],
          ['128', 'SGD', 'scaled'],
        ],
        1,
      ],
      [
        [
          ['128', 'Adam', 'scaled'],
          ['100-75', 'SGD', 'scaled'],
        ],
        2,
      ],
    ],
    mistakes: [
      [2, 'These are the choices in which they agree.'],
      [['Adam'], 'That is the choice; in how many they differ is wanted.'],
      [3, 'Compare choice by choice: two lists are never the same by ===.'],
    ],
    hint: 'Keep the choices that are not other[i], and take the length.',
    because: 'Only where it is 1 do you know what made the difference.',
  },
  '22.10': {
    calls: [
      [[[0.88, 0.884, 0.85, 0.87]], 2],
      [[[0.8, 0.89, 0.79]], 1],
    ],
    mistakes: [
      [1, 'That is the best; a large loss is a large move as well: Math.abs.'],
      [0, 'That is the starting point, which has not moved.'],
      [0.03, 'That is how far; the place is wanted.'],
    ],
    hint: 'Take the first away from each, Math.abs, and look up where the largest of these stands.',
    because: 'A choice that ruins everything matters as much as one that brings something.',
  },
};
