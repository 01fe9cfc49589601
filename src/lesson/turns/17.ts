import type { Turns } from './turn';

export const digitLogistic: Turns = {
  '17.1': {
    calls: [
      [[2, 1], Math.E],
      [[5, 5], 1],
    ],
    mistakes: [
      [1, 'That is the difference of the scores; take Math.exp of it.'],
      [2, 'Not the ratio of the scores counts, but the ratio of their powers of e.'],
      [Math.exp(2), 'That is the power of the first score; divide it by that of the second.'],
    ],
    hint: 'Divide Math.exp(first) by Math.exp(second); the sum below both cancels out.',
    because: 'Only the difference counts: the same number added to all scores changes nothing.',
  },
  '17.2': {
    calls: [
      [
        [[0, 0.5, 1], -0.3],
        [0, -0.15, -0.3],
      ],
      [
        [[1, 0], 0.2],
        [0.2, 0],
      ],
    ],
    mistakes: [
      [[-0.3, -0.3, -0.3], 'Each weight has a pixel of its own: multiply by it.'],
      [[0, 0.15, 0.3], 'The sign stays: p is too low, so the weight must rise.'],
      [[-0.3, 0.2, 0.7], 'Multiply by the pixel; do not add it.'],
      [-0.45, 'That is the sum; each weight has a slope of its own.'],
    ],
    hint: 'map each pixel to pixel * difference.',
    because:
      'A pixel that is 0 in all images teaches its weight nothing: look at the corners of the weight images.',
  },
  '17.3': {
    calls: [
      [[[1, 7, 1, 1, 0]], 0.6],
      [[[5, 5]], 1],
    ],
    mistakes: [
      [3, 'That is how often; divide by the number of labels.'],
      [1, 'That is the most frequent digit; how often is it right to say so?'],
      [0.2, 'That is the share of a rare digit; take the most frequent one.'],
    ],
    hint: 'Count each label, take the highest count, and divide it by the number of labels.',
    because: 'Below this figure no model has learned anything. For MNIST it is 0.11.',
  },
  '17.4': {
    calls: [
      [
        [
          [4, 1, 3],
          [3, 2],
        ],
        [3],
      ],
      [
        [
          [0, 2],
          [1, 3],
        ],
        [],
      ],
    ],
    mistakes: [
      [[2], 'That is the one that stands only among the test rows.'],
      [[4, 1], 'These stand only among the training rows.'],
      [1, 'That is how many; the rows themselves are wanted.'],
      [true, 'True, there are some; which ones?'],
    ],
    hint: 'Keep those test rows that training.includes(row).',
    because: 'A row in both is known already: it makes the accuracy look better than it is.',
  },
  '17.5': {
    calls: [
      [[[3, -4], 5], 2.5],
      [[[2], 1], 2],
    ],
    mistakes: [
      [5, 'Half of it is the penalty.'],
      [12.5, 'Divide by the number of rows.'],
      [0.7, 'Square the weights: large ones count more than their size. (This is half of L1.)'],
      [-0.1, 'Square the weights, or those above and below 0 cancel out.'],
    ],
    hint: 'Add up the squares of the weights, divide by 2, and by the number of rows.',
    because: 'The more rows there are, the less the penalty counts beside what they say.',
  },
  '17.6': {
    calls: [
      [[[0.2, -0.5, 0.3, -0.4, 0.001], 0.01], 4],
      [[[0.001, -0.001], 0.01], 0],
    ],
    mistakes: [
      [2, 'A negative slope is one as well: Math.abs takes the sign away.'],
      [1, 'That one is flat; those that are steeper are wanted.'],
      [3, 'Steeper means a larger size, whatever the sign: Math.abs(slope) > tolerance.'],
      [5, 'One of them is smaller than the tolerance.'],
    ],
    hint: 'Keep the slopes with Math.abs(slope) > tolerance, and take the length.',
    because: 'At 0 the training has converged, however many iterations are left.',
  },
  '17.7': {
    calls: [
      [
        [[1, 2, 3, 4, 5, 6], 3, 1],
        [2, 5],
      ],
      [
        [[1, 2, 3, 4], 2, 0],
        [1, 3],
      ],
    ],
    mistakes: [
      [[3, 4], 'Side by side stand the weights of one pixel, one for each digit.'],
      [[1, 4], 'That is digit 0: digits count from 0.'],
      [[1, 2, 3], 'That is the first pixel; one weight of each pixel is wanted.'],
      [[4, 5, 6], 'That is the second pixel; one weight of each pixel is wanted.'],
    ],
    hint: 'Keep those whose place i has i % digits === digit.',
    because: 'Of the real kernel 784 numbers are left: the stencil of one digit.',
  },
  '17.8': {
    calls: [
      [
        [2, 1, 3, 4],
        [6, 7],
      ],
      [
        [1, 0, 5, 2],
        [5, 2],
      ],
    ],
    mistakes: [
      [[6, 5], 'The first bias goes through the second layer as well: times its weight.'],
      [[5, 5], 'The second layer multiplies: so do the weights.'],
      [[6, 4], 'The first bias is missing; it arrives, times the second weight.'],
      [13, 'That is the output for x = 1; weight and bias are wanted.'],
    ],
    hint: 'Multiply it out: w2 * (w1 * x + b1) + b2. What stands before x, and what is left?',
    because: 'Without ReLU between them two layers are one: the 128 neurons would bring nothing.',
  },
};
