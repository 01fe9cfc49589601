import type { Turns } from './turn';

export const kerasLesson: Turns = {
  '19.1': {
    calls: [
      [[2, 3, 4], 24],
      [[400, 400, 400], 64_000_000],
    ],
    mistakes: [
      [8, 'So many numbers come out; each of them is a sum of `inner` products.'],
      [18, 'So many numbers stand in the two tables; each of them is used more than once.'],
      [12, 'So many belong to one row of the first table.'],
    ],
    hint: 'rows × columns numbers come out, and each is a sum of `inner` products.',
    because:
      'Twice the side, eight times the work. A dense layer is such a product: 32 pictures by 784 × 128 weights take 3.2 million.',
  },
  '19.2': {
    calls: [
      [
        [[784, 128, 64, 10]],
        [
          [784, 128],
          [128, 64],
          [64, 10],
        ],
      ],
      [
        [[3, 4, 2]],
        [
          [3, 4],
          [4, 2],
        ],
      ],
    ],
    mistakes: [
      [
        [
          [784, 128],
          [784, 64],
          [784, 10],
        ],
        'Only the first layer gets the picture; each other gets what the layer before it gives.',
      ],
      [
        [
          [128, 784],
          [64, 128],
          [10, 64],
        ],
        'Inputs first: a row for each input, a column for each neuron.',
      ],
      [
        [
          [784, 128],
          [128, 64],
          [64, 10],
          [10, undefined],
        ],
        'Nothing follows the last size: there is one shape fewer than there are sizes.',
      ],
    ],
    hint: 'sizes.slice(1).map((neurons, i) => …) goes through the layers; sizes[i] is the size before.',
    because: 'The second number of a layer is the first of the next: the plug fits the socket.',
  },
  '19.3': {
    calls: [
      [[[1, 7, 1, 3]], 0.5],
      [[[2, 4, 4, 2, 4]], 0.6],
    ],
    mistakes: [
      [2, 'That is how often it occurs; divide by the number of all labels.'],
      [1, 'That is the label itself; its share is wanted.'],
      [2 / 3, 'Divide by the number of all labels, not by that of the different ones.'],
      [0.25, 'That is the share of a label that occurs once; take the most frequent.'],
    ],
    hint: 'Count for each label how often it occurs, take the largest count, and divide by labels.length.',
    because: 'If 99 of 100 parts are whole, a network that finds no defect is right in 99 %.',
  },
  '19.4': {
    calls: [
      [[[0, Math.log(3)]], [0.25, 0.75]],
      [[[1000, 1000]], [0.5, 0.5]],
    ],
    mistakes: [
      [[1, 3], 'These are the powers: divide each by their sum.'],
      [[0, 1], 'Take the powers of e first, then the shares.'],
      [[0.75, 0.25], 'The higher score must get the higher probability.'],
    ],
    hint: 'Take the largest score away from all (the shares stay), then Math.exp, then divide by the sum.',
    because: 'Only the differences of the scores count, so the largest may be taken away from all.',
  },
  '19.5': {
    calls: [
      [
        [
          [1, 0.5],
          [
            [0.6, -0.4],
            [-0.5, 0.8],
          ],
          [0.1, 0],
        ],
        [0.5, 0],
      ],
      [
        [[2], [[3], [-1], [0]], [0, 1, 4]],
        [6, 0, 4],
      ],
    ],
    mistakes: [
      [[0.5, -0.1], 'ReLU is missing: a negative sum becomes 0.'],
      [[0.4, 0], 'The biases are missing.'],
      [[0.45, 0], 'These are the columns; a row holds the weights of a neuron.'],
      [[0.5], 'Each neuron gives a number, the silent ones give 0.'],
    ],
    hint: 'For each row: multiply it by x number by number, add all of it and the bias, cut at 0.',
    because: 'The layers of a network do this one after the other; that is the forward pass.',
  },
  '19.6': {
    calls: [
      [[10], Math.log(10)],
      [[2], Math.log(2)],
    ],
    mistakes: [
      [
        -Math.log(10),
        'The logarithm of a number below 1 is negative; the minus makes it positive.',
      ],
      [0.1, 'That is the probability of each class; the loss is −ln of it.'],
      [1, 'That is the logarithm to the base 10; Math.log is the natural one.'],
    ],
    hint: 'It gives each class the probability 1 / classes; the loss is −ln of that.',
    because: 'If yours begins far above it, look at the pixels first.',
  },
  '19.7': {
    calls: [
      [
        [2, 4],
        [0, 0, 1, 0],
      ],
      [
        [0, 3],
        [1, 0, 0],
      ],
    ],
    mistakes: [
      [[0, 1, 0, 0], 'Labels count from 0: the label 2 has the third place.'],
      [[0, 0, 2, 0], 'The place says which label it is; the number there is 1.'],
      [[0, 0, 1], 'There is a place for each class, also for those after the label.'],
    ],
    hint: 'Array.from({ length: classes }, (_, place) => …) makes the row, place by place.',
    because: 'Multiplied by −ln of the probabilities, only that of the truth is left.',
  },
  '19.8': {
    calls: [
      [[8, 9, 10], 16 / 19],
      [[81, 90, 100], 162 / 190],
    ],
    mistakes: [
      [8 / 9, 'That is the precision.'],
      [0.8, 'That is the recall.'],
      [(8 / 9 + 0.8) / 2, 'That is the ordinary mean; F1 lies nearer to the lower of the two.'],
      [8 / 19, 'What was found counts twice.'],
    ],
    hint: 'Put found / called and found / are into the formula, or shorten it: 2 · found / (called + are).',
    because: 'Who calls every picture an 8 finds all of them, but F1 stays low.',
  },
  '19.9': {
    calls: [
      [[0.5, [1, -2], 0.01], 0.55],
      [[0, [3], 0.1], 0.9],
    ],
    mistakes: [
      [0.05, 'That is the penalty; add it to the loss.'],
      [0.49, 'Square each weight, or those with a minus make the loss smaller.'],
      [0.53, 'That takes their sizes, which is L1; L2 takes the squares.'],
      [0.51, 'Square each weight before you add them up.'],
    ],
    hint: 'Square each weight, add the squares up, multiply by l2, and add that to the loss.',
    because: 'A weight of 2 costs four times as much as one of 1, so the large ones shrink first.',
  },
  '19.10': {
    calls: [
      [[[0.9, 0.5, 0.6, 0.55, 0.7]], 3],
      [[[0.9, 0.8, 0.7]], 0],
    ],
    mistakes: [
      [2, 'That is the number of the best epoch; count those after it.'],
      [1, 'That is the place of the best in the list; count those after it.'],
      [4, 'The place of the last epoch in the list is losses.length - 1.'],
      [0.5, 'That is the lowest loss; how long ago it was is wanted.'],
    ],
    hint: 'losses.length - 1 is the place of the last one; take the place of the lowest away.',
    because: 'As soon as it reaches the patience, training ends.',
  },
};
