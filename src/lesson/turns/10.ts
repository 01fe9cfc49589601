import type { Turns } from './turn';

export const loadAndPredict: Turns = {
  '10.1': {
    calls: [
      [[[0, 51, 255]], 0.4],
      [[[255]], 1],
    ],
    mistakes: [
      [102, 'These are grey values still: divide by 255.'],
      [1.2, 'That is the sum; divide it by how many they are.'],
    ],
    hint: 'Divide each grey value by 255, add all up, and divide by how many they are.',
    because: 'Clothes fill less than half of their picture, hence 0.29. Unscaled it would be 73.',
  },
  '10.2': {
    calls: [
      [[[0.1, 0.7, 0.2]], 0.7],
      [[[0.4, 0.3, 0.3]], 0.4],
    ],
    mistakes: [
      [1, 'That is the guess, or the sum of all; the probability of the guess is wanted.'],
      [0.1, 'That is the first one; the guess is the class with the highest.'],
    ],
    hint: 'The guess has the highest probability: Math.max(...probabilities).',
    because: 'It says how sure the network is, not how right.',
  },
  '10.3': {
    calls: [
      [[0.9, 10_000], 0.003],
      [[0.5, 100], 0.05],
    ],
    mistakes: [
      [0.000009, 'Take the square root of all of it.'],
      [0.3, 'Divide by the number of images, within the root.'],
      [0.00003, 'The number of images belongs under the root as well.'],
    ],
    hint: 'Math.sqrt of p times (1 - p), divided by n.',
    because: 'Two networks whose accuracies are that close may be equally good.',
  },
  '10.4': {
    calls: [
      [[4, 2], '✗ Pullover'],
      [[3, 3], '✓ Dress'],
    ],
    mistakes: [
      ['✗ Coat', 'That is the truth; the guess is wanted.'],
      ['✓ Pullover', 'The guess is not the truth: ✗.'],
      ['✗ 2', 'Look the name up: names[guess].'],
      ['Pullover', 'The mark is missing.'],
    ],
    hint: 'Choose the mark with truth === guess, and put names[guess] behind it.',
    because: 'Who cannot tell red from green reads the mark.',
  },
  '10.5': {
    calls: [
      [
        [
          [9, 2, 1, 1],
          [9, 4, 1, 6],
        ],
        [1, 3],
      ],
      [[[5], [5]], []],
    ],
    mistakes: [
      [[2, 1], 'These are the truths there; their places are wanted.'],
      [[4, 6], 'These are the guesses there; their places are wanted.'],
      [[0, 2], 'These are the places of the right ones.'],
      [2, 'That is how many there are; their places are wanted.'],
    ],
    hint: '[...truths.keys()] is the list of all places; filter keeps those where the two differ.',
    because: 'With the places you can look at the pictures that went wrong.',
  },
  '10.6': {
    calls: [
      [[[0.95, 0.9, 0.4], 0.9], 2],
      [[[0.2], 0.5], 0],
    ],
    mistakes: [
      [1, '“At least” means that 0.9 itself is enough: >=.'],
      [3, 'Those that are less sure do not count.'],
      [[0.95, 0.9], 'These are the confidences; how many there are is wanted.'],
    ],
    hint: 'Keep those with confidence >= least, and take the length.',
    because: 'The others could be shown to a person: the fewer remain, the more of them are right.',
  },
  '10.7': {
    calls: [
      [
        [[0.9, 0.5, 0.99], 2],
        [0.99, 0.9],
      ],
      [[[0.05, 1, 0.3], 1], [1]],
    ],
    mistakes: [
      [[0.5, 0.9], 'That goes from low to high; sort by b - a.'],
      [[0.9, 0.5], 'These are the first ones: sort them before you cut.'],
      [[0.99, 0.9, 0.5], 'Only so many of them are wanted: slice(0, count).'],
    ],
    hint: 'Sort a copy by (a, b) => b - a, then slice(0, count).',
    because: 'A copy, because sort changes the list that it is called on.',
  },
  '10.8': {
    calls: [
      [[[6, 6, 6, 6, 0], [6, 0, 0, 6, 6], 6], 2 / 3],
      [[[1, 2], [1, 1], 1], 0.5],
    ],
    mistakes: [
      [0.5, 'That is the recall: it divides by all that are one, not by all that were called so.'],
      [0.4, 'That is the accuracy, over all classes.'],
      [2, 'That is how many; divide by all that were called so.'],
    ],
    hint: 'Take the truths of the images that were called so, and the share of them that is the label.',
    because:
      'A class that is called too often has a low precision, one that is called too rarely a low recall.',
  },
};
