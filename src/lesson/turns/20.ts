import type { Turns } from './turn';

const rows = [
  { index: 3, truth: 7, guess: 7, confidence: 0.99 },
  { index: 8, truth: 4, guess: 9, confidence: 0.6 },
  { index: 33, truth: 2, guess: 7, confidence: 0.9 },
  { index: 62, truth: 6, guess: 5, confidence: 0.7 },
];

export const kerasActivity: Turns = {
  '20.1': {
    calls: [
      [[0.2], 204],
      [[0], 255],
      [[1], 0],
    ],
    mistakes: [
      [51, 'That is the grey of the file, where ink is light; turn it round.'],
      [0.8, 'It is turned round; now make a grey value from 0 to 255 of it.'],
      [254.8, '255 and 0.2 are of two scales: multiply the value by 255 first.'],
    ],
    hint: '1 - value turns it round; times 255 it is a grey value.',
    because: 'Only the drawing is turned round: the network gets light ink, as it learned it.',
  },
  '20.2': {
    calls: [
      [[10], { units: 10, activation: 'softmax' }],
      [[3], { units: 3, activation: 'softmax' }],
    ],
    mistakes: [
      [
        { units: 10, activation: 'relu' },
        'What ReLU gives is no probability: it may be above 1, and the sum is anything.',
      ],
      [
        { units: 10, activation: 'sigmoid' },
        'Sigmoid judges each class by itself; the ten do not sum to 1.',
      ],
      [
        { units: 1, activation: 'softmax' },
        'Softmax of a single number is always 1; each class needs a neuron.',
      ],
      [
        { units: 128, activation: 'softmax' },
        'That is the hidden layer; the last one has a neuron for each class.',
      ],
    ],
    hint: 'A neuron for each class, and the activation that makes probabilities of scores.',
    because: 'The layers before may have any size; the last one follows from the task.',
  },
  '20.3': {
    calls: [
      [[3], 'sparseCategoricalCrossentropy'],
      [[[0, 0, 0, 1]], 'categoricalCrossentropy'],
    ],
    mistakes: [
      ['categoricalCrossentropy', 'That one wants a one-hot row; 3 is a number.'],
      [
        'sparse_categorical_crossentropy',
        'So Keras writes it; TensorFlow.js has capitals in place of the underscores.',
      ],
      ['meanSquaredError', 'Digits are names here: an 8 is no nearer to a 9 than to a 1.'],
    ],
    hint: "A number takes 'sparseCategoricalCrossentropy', an array, see Array.isArray, the one without sparse.",
    because: 'Only the way of writing differs; the loss is the same number.',
  },
  '20.4': {
    calls: [
      [[0.975], 40],
      [[0.9], 10],
    ],
    mistakes: [
      [0.025, 'That is the share of wrong ones; one in how many is 1 divided by it.'],
      [1 / 0.975, 'That is one right in how many; take the share of wrong ones.'],
      [2.5, 'That many of 100 are wrong; one in how many?'],
      [250, 'That many of 10,000 are wrong; one in how many?'],
    ],
    hint: 'The share of wrong ones is 1 - accuracy; divide 1 by it.',
    because: 'From 97.5 to 98.75 % looks like a small step, but it halves the mistakes.',
  },
  '20.5': {
    calls: [
      [[[0.99, 0.5, 0.9]], 0.61],
      [[[1, 1]], 0],
    ],
    mistakes: [
      [2.39, 'So many should be right.'],
      [0.61 / 3, 'That is the share; how many is wanted: do not divide.'],
      [1, 'A guess of 0.5 is wrong half of the time, not always: add up what is missing to 1.'],
      [0, 'Even a guess of 0.9 is wrong once in ten times: add up what is missing to 1.'],
    ],
    hint: 'A guess of 0.9 is wrong with a probability of 0.1: add these up.',
    because: 'If far more are wrong than that, the network is surer than it should be.',
  },
  '20.6': {
    calls: [
      [
        [7, 5],
        [1, 2],
      ],
      [
        [25, 5],
        [5, 0],
      ],
    ],
    mistakes: [
      [[2, 3], 'Rows and columns count from 0, too.'],
      [[2, 1], 'The row comes first.'],
      [[1.4, 2], 'Math.floor leaves the whole rows.'],
      [[2, 2], 'Round down: Math.floor, not Math.ceil.'],
    ],
    hint: 'Math.floor(image / columns) is the row; image % columns is what is left over.',
    because: 'The image 25, the 26th, opens a sixth row: nothing limits the grid to 25.',
  },
  '20.7': {
    calls: [
      [[rows], 33],
      [[rows.slice(0, 2)], 8],
    ],
    mistakes: [
      [3, 'That is the surest of all, and it is right: leave the right ones out.'],
      [8, 'That is the first of the wrong ones; sort them.'],
      [0.9, 'That is its confidence; its index is wanted.'],
      [1, 'That is its place among the wrong ones; its index is wanted.'],
    ],
    hint: 'Keep the rows whose guess is not the truth, sort by b.confidence - a.confidence, take index of the first.',
    because: 'Look at it: it may be that the digit is hardly readable, or that the label is wrong.',
  },
  '20.8': {
    calls: [
      [[[0.1, 0.6, 0.3]], 0.3],
      [[[0.5, 0, 0.5]], 0],
    ],
    mistakes: [
      [0.5, 'That is how far it is ahead of the last; the second is wanted.'],
      [-0.3, 'It is the other way round: the highest less the second.'],
      [0.6, 'That is the highest itself; take the second away.'],
    ],
    hint: 'Sort a copy from high to low, and take its second number away from its first.',
    because: 'Where it is small, the network wavered between two digits.',
  },
  '20.9': {
    calls: [
      [[2, 3, 10], 3.2],
      [[600, 3, 10], 63],
    ],
    mistakes: [
      [0.5, 'Only the computing gets quicker; the data are handed over as slowly as ever.'],
      [0.2, 'The handing over takes time as well: add it.'],
      [23, 'Ten times as fast means a tenth of the time.'],
    ],
    hint: 'Divide the computing by times, and add the handing over.',
    because: '2 seconds of computing become 3.2: no gain. 600 become 63: there a card pays.',
  },
};
