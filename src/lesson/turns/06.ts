import type { Turns } from './turn';

export const fashionProgram: Turns = {
  '6.1': {
    calls: [
      [[1, 23, 23], 1451],
      [[0, 0, 5], 5],
    ],
    mistakes: [
      [667, 'That is the place in image 0; image 1 comes after its 784 pixels.'],
      [1313, 'Each of the rows before it has 28 pixels, however many rows they are.'],
      [47, 'An image has 784 pixels and a row 28: multiply before you add.'],
    ],
    hint: 'Before it stand 784 pixels for each image, 28 for each row, one for each column.',
    because: 'pixelAt looks at just this place.',
  },
  '6.2': {
    calls: [
      [
        [[9, 0, 0, 3, 0], 0],
        [1, 2, 4],
      ],
      [[[9, 0], 5], []],
    ],
    mistakes: [
      [[0, 0, 0], 'These are the labels; the places where they stand are wanted.'],
      [[2, 3, 5], 'Places count from 0.'],
      [3, 'That is how many there are; their places are wanted.'],
      [1, 'That is the first place only; filter finds them all.'],
    ],
    hint: '[...labels.keys()] is the list of all places; filter keeps those you want.',
    because: 'With these places you can pick the pictures of one class.',
  },
  '6.3': {
    calls: [
      [[0.2], 51],
      [[1], 255],
      [[0.5], 128],
    ],
    mistakes: [
      [51.2, 'There are 256 grey values, but the highest is 255.'],
      [0.2 / 255, 'Dividing was the way there; the way back multiplies.'],
      [0.2, 'The value is still what it was: multiply it.'],
    ],
    hint: 'Multiply by 255, and let Math.round make a whole number of it.',
    because: 'Nothing is lost by the scaling: each value finds its grey again.',
  },
  '6.4': {
    calls: [
      [
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
        [1, 2, 3, 4],
      ],
      [[[[5], [6], [7]]], [5, 6, 7]],
    ],
    mistakes: [
      [[1, 3, 2, 4], 'Row after row, not column after column.'],
      [
        [
          [1, 2],
          [3, 4],
        ],
        'These are still two rows; one is wanted.',
      ],
      [4, 'That is how many numbers there are; the numbers are wanted.'],
    ],
    hint: 'rows.flat() puts the rows one after the other.',
    because: 'No number has changed: Flatten learns nothing.',
  },
  '6.5': {
    calls: [
      [[-3], 0],
      [[2], 2],
      [[0.5], 0.5],
    ],
    mistakes: [
      [-3, 'A negative number must become 0.'],
      [3, 'That takes the sign away; a negative number must become 0.'],
    ],
    hint: 'Math.max(0, x) is the larger of the two.',
    because:
      'It is all that keeps two layers from being one: without it, they would only add and multiply.',
  },
  '6.6': {
    calls: [
      [[0.5], Math.LN2],
      [[1], 0],
      [[0.1], Math.LN10],
    ],
    mistakes: [
      [
        -Math.LN2,
        'The logarithm of a number below 1 is negative; the minus makes the loss positive.',
      ],
      [1, 'That is the logarithm to the base 2; Math.log is the natural one.'],
      [0.5, 'That is what was missing to 1; take the logarithm.'],
    ],
    hint: 'Put a minus before Math.log(p).',
    because: 'A sure right guess costs nothing, one of 0.5 costs 0.69, one of 0.1 costs 2.3.',
  },
  '6.7': {
    calls: [
      [[[0.1, 0.6, 0.3]], 2],
      [[[0.45, 0.05, 0.5]], 0],
    ],
    mistakes: [
      [1, 'That is the first guess, which has the highest probability.'],
      [0.3, 'That is its probability; the label is wanted.'],
      [0, 'That class has the lowest probability; take the second highest.'],
    ],
    hint: 'Sort a copy from high to low, and look up where its second number stands in the list.',
    because: 'When the first guess is wrong, the second is often the truth.',
  },
  '6.8': {
    calls: [
      [[[8, 1, 1], 0], 0.8],
      [[[2, 5, 3], 1], 0.5],
    ],
    mistakes: [
      [8, 'That is how many; divide by all pictures of the row.'],
      [4, 'Divide by all pictures of the row, the right ones among them.'],
      [0.2, 'That is the share that was guessed wrong.'],
    ],
    hint: 'Divide the number at the place of the label by the sum of the row.',
    because: 'It is called recall: the share of a class that was found.',
  },
};
