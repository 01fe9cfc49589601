import type { Turns } from './turn';

export const networkAndTensorflow: Turns = {
  '3.1': {
    calls: [
      [[[10, 40, 30]], [30, 10]],
      [[[0, 255]], [255]],
    ],
    mistakes: [
      [[30, -10], 'The sign does not matter here: Math.abs takes it away.'],
      [[10, 30, 10], 'The first pixel has no pixel to its left: leave it out.'],
      [[40, 30], 'These are the pixels themselves; take the one to the left away from each.'],
    ],
    hint: 'row.slice(1) leaves the first one out; within its map, row[i] is the pixel to the left.',
    because: 'Where the grey stays the same the answer is 0: such a neuron sees only edges.',
  },
  '3.2': {
    calls: [
      [[[1, 0.5], [2, -1], 0.5], 2],
      [[[1, 0.5], [-1, 1], 0], 0],
      [[[2], [3], 1], 7],
    ],
    mistakes: [
      [1.5, 'The bias is missing: it is added as well.'],
      [2.5, 'The second input counts too, times its weight.'],
      [3, 'The second weight is negative: its product makes the sum smaller.'],
    ],
    hint: 'Multiply each input by its weight, add all of it and the bias, and cut at 0 with Math.max.',
    because: 'Every neuron of every dense layer with ReLU does just this.',
  },
  '3.3': {
    calls: [
      [[2], 1 / (1 + Math.exp(-2))],
      [[0], 0.5],
    ],
    mistakes: [
      [1 / (1 + Math.exp(2)), 'The power has a minus: Math.exp(-z).'],
      [1 + Math.exp(-2), 'That is what 1 is divided by.'],
      [Math.exp(2), 'Add 1 to the power before you divide.'],
    ],
    hint: 'It is 1 divided by (1 + Math.exp(-z)); mind the brackets.',
    because: 'A sum of 0 gives 0.5, the middle between no and yes.',
  },
  '3.4': {
    calls: [
      [
        [
          [200, 300, 250],
          [210, 280, 250],
        ],
        500 / 3,
      ],
      [[[1], [3]], 4],
    ],
    mistakes: [
      [500, 'That is the sum of the squares; divide it by how many they are.'],
      [10, 'Square the differences.'],
      [10 / 3, 'Square the differences, or those above and below cancel out.'],
      [Math.sqrt(500 / 3), 'No root: that would be another measure, the RMSE.'],
    ],
    hint: 'Square each difference, add the squares up, and divide by how many they are.',
    because: 'The difference of 20 counts four times as much as that of 10.',
  },
  '3.5': {
    calls: [
      [
        [[0.7, 0.3], 0],
        [-0.3, 0.3],
      ],
      [
        [[0.2, 0.5, 0.3], 2],
        [0.2, 0.5, -0.7],
      ],
    ],
    mistakes: [
      [[0.3, -0.3], 'It is probability minus truth, not the other way round.'],
      [[0.7, -0.7], 'The truth is 1 at its own label and 0 at the other one.'],
      [[0.7, 0.3], 'Take 1 away from the probability of the truth.'],
    ],
    hint: 'Take 1 away from the probability of the truth, and leave the others as they are.',
    because: 'They always add up to 0: what the truth shall gain, the others shall lose.',
  },
  '3.6': {
    calls: [
      [[1, -0.5, 0.1], 1.05],
      [[2, 1, 0.5], 1.5],
    ],
    mistakes: [
      [0.95, 'The step goes against the gradient: a minus.'],
      [1.5, 'Multiply the gradient by the learning rate.'],
      [-0.05, 'That is rate times gradient; take it away from the weight.'],
    ],
    hint: 'Take rate · gradient away from the weight.',
    because: 'A negative gradient makes the weight larger, because the loss falls that way.',
  },
  '3.7': {
    calls: [
      [[10, 4, 2], 6],
      [[60_000, 32, 10], 18_750],
    ],
    mistakes: [
      [5, 'A batch never reaches into the next epoch: round up for each epoch.'],
      [3, 'That is one epoch.'],
      [4, 'The rows that are left over are a batch too: round up.'],
    ],
    hint: 'Math.ceil(rows / batch) are the iterations of one epoch; multiply by the epochs.',
    because: 'So often the weights are changed.',
  },
  '3.8': {
    calls: [
      [[1, 1], 0],
      [[0, 1], 1],
      [[1, 0], 1],
      [[0, 0], 0],
    ],
    mistakes: [
      [2, 'That is h1 alone; take twice h2 away.'],
      [1, 'h2 counts twice.'],
      [4, 'h2 is taken away, not added.'],
    ],
    hint: 'It is Math.max(0, a + b) less twice Math.max(0, a + b - 1).',
    because: 'Without the two max it would be a weighted sum, and no weighted sum can do it.',
  },
  '3.9': {
    calls: [
      [
        [
          [1, 2],
          [5, 7],
        ],
        19,
      ],
      [
        [
          [3, 4],
          [6, 8],
        ],
        50,
      ],
    ],
    mistakes: [
      [[5, 14], 'These are the products; add them up.'],
      [36, 'Multiply first, number by number, then add.'],
      [15, 'Multiply the numbers that stand at the same place, then add.'],
    ],
    hint: 'Multiply number by number and add the products up.',
    because: 'A dense layer does it once for each neuron: row times column of the kernel.',
  },
};
