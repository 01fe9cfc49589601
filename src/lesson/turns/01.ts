import type { Turns } from './turn';

export const neuralNetworkNotes: Turns = {
  '1.1': {
    right: 36,
    mistakes: [
      [13, 'That is the number of neurons; each line between two of them counts.'],
      [96, 'Multiply two layers that stand side by side, then add up the products.'],
      [46, 'The biases are no lines: only connections count here.'],
      [12, 'These are the lines of the first two layers; there are three gaps between layers.'],
    ],
    hint: 'Between two layers there are as many lines as the product of their sizes.',
    because: 'Each line carries a weight: even this small network has 36 of them.',
  },
  '1.2': {
    calls: [
      [[1, 2], 3],
      [[2, 0], 5],
      [[0, 0], 0],
    ],
    mistakes: [
      [2.5, 'The sum of h1 is negative here: ReLU makes it 0.'],
      [4, 'The output has a bias as well: −1.'],
      [1, 'h2 goes into the output twice: its weight is 2.'],
      [2, 'That is h2; go on to the output.'],
    ],
    hint: 'Compute h1 and h2 as in the formulas, with inputs instead of 1 and 2, then h1 + 2 · h2 − 1.',
    because: 'That is a forward pass. A large network does the same, with more numbers.',
  },
  '1.3': {
    calls: [
      [[[0.5, 0.25]], 1.5 * Math.LN2],
      [[[1]], 0],
    ],
    mistakes: [
      [-1.5 * Math.LN2, 'The logarithm of a number below 1 is negative: put a minus before it.'],
      [3 * Math.LN2, 'That is the sum; divide it by how many pictures there are.'],
      [-Math.log(0.375), 'Take the loss of each picture first, then the mean.'],
      [0.375, 'That is the mean of the probabilities; the loss takes the logarithm of each.'],
    ],
    hint: 'Add up -Math.log(p) of all, and divide by how many they are.',
    because:
      'One sure mistake weighs much: 0.01 for the truth costs as much as 44 pictures at 0.9.',
  },
  '1.4': {
    calls: [
      [[54_000, 32], 16],
      [[64, 32], 32],
      [[70, 32], 6],
    ],
    mistakes: [
      [32, 'The last batch is full only where nothing is left over.'],
      [0.5, 'That is a share of a batch; the number of its rows is wanted.'],
      [1687, 'That is how many full batches there are; the rest makes the last one.'],
      [1688, 'That is how many batches there are.'],
    ],
    hint: 'rows % batch is what is left over; where that is 0, the last batch is a full one.',
    because: 'It is one more step, with fewer rows: that is why iterations are rounded up.',
  },
  '1.5': {
    calls: [
      [[[0.8, 0.5, 0.2]], 0.75],
      [[[2, 1]], 0.5],
    ],
    mistakes: [
      [0.25, 'That is the share that is left.'],
      [0.6, 'That is the difference; divide it by the first loss.'],
      [3, 'Divide by the first loss, not by the last.'],
      [75, 'A share lies between 0 and 1.'],
    ],
    hint: 'It is 1 less the last loss divided by the first.',
    because: 'What is left and what has gone are 1 together.',
  },
  '1.6': {
    calls: [
      [[[0.75, 0.5, 0.25, 0.375]], 0.125],
      [[[0.5, 0.25]], 0],
    ],
    mistakes: [
      [-0.125, 'Take the lowest away from the last, not the other way round.'],
      [-0.375, 'That compares the end with the beginning; the lowest point is wanted.'],
      [0.5, 'That is how far it has fallen before it turned.'],
      [0.375, 'That is where it ends; take the lowest point away.'],
    ],
    hint: 'Take Math.min(...validationLosses) away from the last loss.',
    because: 'As long as the loss falls, this is 0. Once it grows, the network overfits.',
  },
  '1.7': {
    calls: [
      [[5, 0.1], 4.6],
      [[3, 0.1], 3],
      [[0, 0.5], 3],
    ],
    mistakes: [
      [5.4, 'The step goes against the gradient: a minus.'],
      [4, 'That is the gradient of w²; here it is 2 · (w − 3).'],
      [4.8, 'The 2 of the gradient is missing.'],
      [1, 'Multiply the gradient by the learning rate.'],
    ],
    hint: 'Take rate · 2 · (weight − 3) away from the weight.',
    because: 'At 3 the gradient is 0 and the weight stays: there the loss is lowest.',
  },
  '1.8': {
    calls: [
      [[0.5, 4], 0.0625],
      [[2, 3], 8],
      [[1, 20], 1],
    ],
    mistakes: [
      [2, 'Each layer multiplies what the one before has left; nothing is added.'],
      [0.125, 'That is one layer too few.'],
      [0.5, 'That is one layer; each of the others multiplies again.'],
    ],
    hint: 'Multiply the factor by itself, once for each layer: factor ** layers.',
    because:
      'The slope of Sigmoid is at most 0.25: twenty such factors leave less than a trillionth.',
  },
  '1.9': {
    calls: [
      [[10], Math.LN10],
      [[2], Math.LN2],
    ],
    mistakes: [
      [0.1, 'That is the probability of each class; its loss is wanted.'],
      [-Math.LN10, 'A loss is positive: put a minus before the logarithm.'],
      [1, 'That is the logarithm to the base 10; Math.log is the natural one.'],
    ],
    hint: 'Each class gets 1 / classes; the loss is minus its logarithm.',
    because: 'A network whose loss is about that has learned nothing yet.',
  },
};
