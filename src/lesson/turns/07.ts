import type { Turns } from './turn';

export const rulesToWeights: Turns = {
  '7.1': {
    calls: [
      [[18], 10],
      [[17], 5],
      [[6], 5],
      [[5], 0],
    ],
    mistakes: [
      [5, '“From 18 on” means that 18 itself counts: >= 18, or below 18 for the price before.'],
      [0, 'Who is 18 is also 6 or older: ask for the higher age first, or for an upper edge too.'],
    ],
    hint: 'Below 6 it is 0, else below 18 it is 5, else 10.',
    because: 'The rule is short and right for every age. For pictures nobody has written one.',
  },
  '7.2': {
    calls: [
      [
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
        [
          [2, 1],
          [4, 3],
        ],
      ],
      [[[[5, 6, 7]]], [[7, 6, 5]]],
    ],
    mistakes: [
      [
        [
          [3, 4],
          [1, 2],
        ],
        'That is upside down: each row stays where it is, its pixels change places.',
      ],
      [
        [
          [4, 3],
          [2, 1],
        ],
        'That is turned, as the boot above: the rows stay where they are.',
      ],
    ],
    hint: 'Map each row to a copy of it that is reversed: [...row].reverse().',
    because: 'No light moves up or down: this rule holds. Others, on single pixels, break.',
  },
  '7.3': {
    calls: [
      [[[30, 60, 150]], 80],
      [[[255, 255, 255]], 255],
    ],
    mistakes: [
      [240, 'That is the sum; divide it by the number of channels.'],
      [150, 'That is the brightest channel; the mean of all is wanted.'],
      [60, 'That is the middle one; the mean is their sum divided by 3.'],
    ],
    hint: 'Add the channels up and divide by how many they are.',
    because: 'A third of the numbers is left, and which colour it was, nobody can tell from them.',
  },
  '7.4': {
    calls: [
      [[0, [0, 1, 0, 2, 3]], 0.4],
      [[9, [1, 9]], 0.5],
    ],
    mistakes: [
      [2, 'That is how many; divide by the number of pictures.'],
      [0.6, 'That is the share that it names wrongly.'],
      [0.25, 'The labels are not equally frequent here: count them.'],
    ],
    hint: 'Count the truths that are the label, and divide by how many there are.',
    because: 'With ten classes of one size it is 0.1. What is no better has learned nothing.',
  },
  '7.5': {
    calls: [
      [[51], -0.6],
      [[0], -1],
      [[255], 1],
    ],
    mistakes: [
      [0.2, 'That goes from 0 to 1; black must become −1.'],
      [-0.8, 'That goes from −1 to 0: from −1 to 1 it is twice as far.'],
      [0.4, 'That goes from 0 to 2: shift it.'],
    ],
    hint: 'Divide by 255, double it, and take 1 away.',
    because: 'Either is good, if training and use scale alike.',
  },
  '7.6': {
    calls: [
      [[30], [1, 2]],
      [[667], [23, 23]],
      [[27], [0, 27]],
    ],
    mistakes: [
      [[2, 1], 'The row comes first.'],
      [[30 / 28, 2], 'A row is a whole number: Math.floor cuts the rest off.'],
      [[2, 3], 'Both count from 0.'],
      [[1, 1], 'The column is what is left over: place % 28.'],
    ],
    hint: 'The row is Math.floor(place / 28), the column what is left over: place % 28.',
    because: 'So the weights of a neuron become a picture again, at the end of this lesson.',
  },
  '7.7': {
    calls: [
      [[Math.LN2], 0.5],
      [[Math.LN10], 0.1],
      [[0], 1],
    ],
    mistakes: [
      [2, 'The error is minus the logarithm: put a minus before it.'],
      [Math.log(Math.LN2), 'Math.log leads to the error; Math.exp leads back.'],
      [1 - Math.LN2, 'The error is no distance to 1; it is a logarithm.'],
    ],
    hint: 'It is Math.exp of minus the error.',
    because: 'Each 0.693 less of error doubles the probability.',
  },
  '7.8': {
    calls: [
      [[2, 1], Math.E],
      [[3, 3], 1],
      [[1, 2], 1 / Math.E],
    ],
    mistakes: [
      [2, 'Softmax takes the powers of e first: compare those.'],
      [1, 'That is how much larger the score is; Math.exp makes the factor of it.'],
      [1 / Math.E, 'It is the other way round: the larger score gets more.'],
      [Math.E ** 2, 'That is the power of the one; divide it by that of the other.'],
    ],
    hint: 'Divide Math.exp(one) by Math.exp(other); the sum below both cancels out.',
    because: 'Only the difference counts: 102 and 101 give the same as 2 and 1.',
  },
  '7.9': {
    calls: [
      [[80, 95, 100], 0.75],
      [[50, 60, 100], 0.2],
    ],
    mistakes: [
      [0.25, 'That is the share of the mistakes that remains.'],
      [0.15, 'That is a share of all pictures; divide by the mistakes of the rule.'],
      [15, 'That is how many; divide by the mistakes of the rule.'],
      [0.1875, 'Divide by the mistakes of the rule, not by what it has right.'],
    ],
    hint: 'The rule makes all − rule mistakes; network − rule of them are gone.',
    because: 'From 80 to 95 sounds like a step; three of four mistakes are gone.',
  },
};
