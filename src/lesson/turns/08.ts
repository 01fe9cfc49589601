import type { Turns } from './turn';

export const fashionFromFiles: Turns = {
  '8.1': {
    calls: [
      [[[0, 0, 39, 16]], 10_000],
      [[[0, 0, 234, 96]], 60_000],
    ],
    mistakes: [
      [270_991_360, 'That is read from the other end: the first byte counts most.'],
      [55, 'That is the sum; a byte is worth 256 times the one to its right.'],
      [2_560_000, 'The last byte counts once, not 256 times: multiply first, then add it.'],
    ],
    hint: 'From left to right: multiply what you have by 256 and add the next byte.',
    because: 'That is what getUint32 reads.',
  },
  '8.2': {
    calls: [
      [[7_840_016], 10_000],
      [[47_040_016], 60_000],
    ],
    mistakes: [
      [7_840_016 / 784, 'The 16 bytes of the header are no pixels: take them away first.'],
      [7_840_000, 'These are the pixels; an image has 784 of them.'],
      [7_840_008 / 784, 'The header of an image file has 16 bytes; 8 is that of a label file.'],
    ],
    hint: 'Take the header away and divide by the 784 bytes of an image.',
    because:
      'readIdx compares this with the number in the header: so it notices a file that is cut off.',
  },
  '8.3': {
    calls: [
      [
        [[1, 2, 4], [true, false, true], 0.2],
        [1.25, 0, 5],
      ],
      [
        [[3, 3], [false, true], 0.5],
        [0, 6],
      ],
    ],
    mistakes: [
      [[1, 0, 4], 'What is kept must be scaled up, or the sum gets smaller.'],
      [[0, 2.5, 0], 'It is the other way round: what is kept has a value.'],
      [[5, 0, 20], 'Divide by 1 − rate, the share that is kept.'],
      [[0.8, 0, 3.2], 'That scales down: divide by 1 − rate.'],
    ],
    hint: 'map each value: value / (1 - rate) where kept[i] is true, else 0.',
    because: 'On average the sum stays the same, so the next layer notices no difference.',
  },
  '8.4': {
    calls: [
      [[784, 128], Math.sqrt(2 / 912)],
      [[128, 10], Math.sqrt(2 / 138)],
    ],
    mistakes: [
      [2 / 912, 'Take the square root.'],
      [Math.sqrt(6 / 912), 'That is the range of Keras, which draws evenly; σ has a 2.'],
      [Math.sqrt(2 / 784), 'The neurons count as well, not only the inputs.'],
    ],
    hint: 'It is the square root of 2 divided by the sum of inputs and neurons.',
    because:
      'The more numbers meet in a layer, the smaller the weights: so their sums stay of one size.',
  },
  '8.5': {
    calls: [
      [
        [60_000, 0.1],
        [54_000, 59_999],
      ],
      [
        [1000, 0.2],
        [800, 999],
      ],
    ],
    mistakes: [
      [[54_001, 60_000], 'Rows count from 0.'],
      [[54_000, 60_000], 'The last row is 59,999, because rows count from 0.'],
      [[0, 5999], 'These are the first; the last rows are held back.'],
    ],
    hint: 'The first of them is the number of rows that stay; the last is the number of all rows less 1.',
    because: 'The rows 0 to 53,999 are the ones it has learned from.',
  },
  '8.6': {
    calls: [
      [[[0.05, -0.2, 0.1, -0.01, 0.02], 0.0937], 0.4],
      [[[0.3, -0.1], 0.2], 0.5],
    ],
    mistakes: [
      [0.2, 'Negative weights lie outside as well: Math.abs takes the sign away.'],
      [0.6, 'That is the share inside.'],
      [2, 'That is how many; divide by the number of weights.'],
    ],
    hint: 'Keep the weights with Math.abs(weight) > limit, and divide how many there are by the number of all.',
    because: 'Before training it was 0: no weight starts outside.',
  },
  '8.7': {
    calls: [
      [[1, 5], 133],
      [[783, 127], 100_351],
    ],
    mistakes: [
      [3921, 'It goes by pixel: before this row stand 128 numbers for each pixel before it.'],
      [789, 'A row has 128 numbers, one for each neuron, not 784.'],
      [6, 'Each pixel before it has 128 numbers: multiply before you add.'],
    ],
    hint: 'Before it stand 128 numbers for each pixel, and one for each neuron.',
    because: 'The picture of a neuron takes every 128th number of the list.',
  },
  '8.8': {
    calls: [
      [[[0, Math.log(3)]], [0.25, 0.75]],
      [[[5, 5]], [0.5, 0.5]],
    ],
    mistakes: [
      [[1, 3], 'These are the powers: divide each by the sum of all.'],
      [[0, 1], 'Take the powers of e first, then the shares.'],
      [[0.75, 0.25], 'The higher score must get the higher probability.'],
    ],
    hint: 'Take Math.exp of every score, then divide each by the sum of these.',
    because:
      'Twice the scores, 0 and 2.197, give 0.1 and 0.9: surer, although the order is the same.',
  },
};
