import type { Turns } from './turn';

export const fashionLab: Turns = {
  '4.1': {
    calls: [
      [
        [[1, 2, 3, 4, 5], 2],
        [
          [1, 2, 3],
          [4, 5],
        ],
      ],
      [
        [[7, 8, 9], 1],
        [[7, 8], [9]],
      ],
    ],
    mistakes: [
      [
        [
          [3, 4, 5],
          [1, 2],
        ],
        'The first rows are held back here; the last ones are wanted.',
      ],
      [
        [
          [4, 5],
          [1, 2, 3],
        ],
        'The rows to train with come first.',
      ],
      [
        [
          [1, 2],
          [3, 4, 5],
        ],
        'Count from the end: slice(-count) takes the last ones.',
      ],
    ],
    hint: 'rows.slice(0, -count) leaves the last ones out, rows.slice(-count) takes them.',
    because: 'Each row is in one list, none in both.',
  },
  '4.2': {
    calls: [
      [[15, 10, 20], 0.5],
      [[51, 0, 255], 0.2],
    ],
    mistakes: [
      [14.5, 'Put x − min in brackets: a division comes before a subtraction.'],
      [0.75, 'That is x / max, which holds only where the smallest value is 0.'],
      [1.5, 'Take the smallest value away from x as well.'],
      [5, 'Divide by the distance between the largest and the smallest value.'],
    ],
    hint: 'Take the smallest value away from x, and divide by max − min.',
    because: 'The smallest value becomes 0, the largest 1. With 0 and 255, x / 255 is left.',
  },
  '4.3': {
    calls: [
      [[55_000], 172_480_000],
      [[1], 3136],
    ],
    mistakes: [
      [43_120_000, 'That is one byte a pixel, as in the file; a float32 takes four.'],
      [344_960_000, 'Eight bytes a number is what NumPy makes; a float32 takes four.'],
      [220_000, 'Those are four bytes an image; an image has 784 pixels.'],
    ],
    hint: 'Multiply the images by 28, by 28 and by the bytes of one number.',
    because: 'The training images take 172 MB, and 345 MB as NumPy divides them.',
  },
  '4.4': {
    calls: [
      [[[9, 0]], ['Ankle boot', 'T-shirt/top']],
      [[[3]], ['Dress']],
    ],
    mistakes: [
      [[9, 0], 'These are still the labels: look each of them up in fashion.classNames.'],
      ['Ankle boot', 'That is one name; map makes a name of each label.'],
    ],
    hint: 'fashion.classNames[label] is the name of one label; map does it for all.',
    because: 'The network works with the numbers; only people need the names.',
  },
  '4.5': {
    calls: [
      [[[9, 0, 0, 3, 0], 0], 3],
      [[[9, 0], 5], 0],
    ],
    mistakes: [
      [1, 'That is the place of the first one; how many there are is wanted.'],
      [[0, 0, 0], 'These are the labels themselves; their number is wanted.'],
      [5, 'That is how many labels there are in all.'],
    ],
    hint: 'Keep the labels that are equal to it with filter, and take the length.',
    because:
      'Among the first twenty pictures no label is missing but 8; 60,000 hold 6,000 of each.',
  },
  '4.6': {
    calls: [
      [[[784, 100, 75, 10]], 86_835],
      [[[784, 128, 10]], 101_770],
    ],
    mistakes: [
      [86_650, 'These are the weights alone; each of the 185 neurons has a bias as well.'],
      [87_609, 'A bias belongs to each neuron, not to each input.'],
      [78_500, 'That is the first dense layer; two more follow.'],
    ],
    hint: 'Add up inputs · neurons + neurons for each pair of sizes that stand side by side.',
    because: 'It is the number below the summary, and it fits any stack of dense layers.',
  },
  '4.7': {
    calls: [
      [[[0.2, 0.6, 0.7]], 0.5],
      [[[0.5]], 0.5],
    ],
    mistakes: [
      [0.7, 'That is the last step, after the learning; the mean counts the early ones too.'],
      [1.5, 'That is the sum: divide it by the number of steps.'],
    ],
    hint: 'Add the accuracies up and divide by how many they are.',
    because:
      'The epoch ends at 0.7 and is told as 0.5: that is why the training figure lags behind.',
  },
  '4.8': {
    calls: [
      [[[0.84, 0.86, 0.88, 0.89], 0.875], 3],
      [[[0.9, 0.8], 0.85], 1],
    ],
    mistakes: [
      [2, 'Epochs count from 1, places in an array from 0.'],
      [4, 'The first epoch above it is wanted, not the best of all.'],
      [0.88, 'That is its accuracy; the epoch is wanted.'],
    ],
    hint: 'findIndex gives the place of the first that is above best, counted from 0.',
    because: 'Adam passes in a few epochs what SGD needs all of them for.',
  },
};
