import type { Turns } from './turn';

const pale = [0, 102, 204];
const kinds = [true, false, false];

export const digitActivity: Turns = {
  '12.1': {
    calls: [
      [[pale], [0, 0.4, 0.8]],
      [[[255]], [1]],
    ],
    mistakes: [
      [[0, 0.5, 1], 'All images are divided by the same number, a pale one as well: by 255.'],
      [[0, 102 / 256, 204 / 256], 'There are 256 grey values, but the highest is 255.'],
      [pale, 'The values are still what they were: divide them.'],
    ],
    hint: 'map each pixel to pixel / 255.',
    because: 'It is the same number for all images, those for training and those for the test.',
  },
  '12.2': {
    calls: [
      [[[28, 28]], 784],
      [[[32, 32, 3]], 3072],
    ],
    mistakes: [
      [56, 'Rows times columns: multiply.'],
      [28, 'That is one row; all rows are laid end to end.'],
      [2, 'That is how many dimensions there are; multiply their sizes.'],
      [788, 'Flatten has no biases: it learns nothing.'],
    ],
    hint: 'Multiply all sizes of the shape.',
    because: 'A small colour picture has 3,072: nearly four times the weights in the next layer.',
  },
  '12.3': {
    calls: [
      [[4000, 1875], 3],
      [[1875, 1875], 1],
    ],
    mistakes: [
      [2, 'Two epochs are over then; this iteration is in the next one.'],
      [4000 / 1875, 'There is no broken epoch: round up.'],
      [7_500_000, 'Divide: an epoch is many iterations.'],
    ],
    hint: 'Divide by the iterations of an epoch, and round up with Math.ceil.',
    because: 'The weights have changed 4,000 times by then, not three times.',
  },
  '12.4': {
    calls: [
      [[[0.1, 0.5, 0.05, 0.35]], [1, 3, 0]],
      [[[0.2, 0.3, 0.5]], [2, 1, 0]],
    ],
    mistakes: [
      [[0.5, 0.35, 0.1], 'These are their probabilities; the digits are wanted.'],
      [[2, 0, 3], 'That goes from low to high: sort by the second less the first.'],
      [[0, 1, 2], 'These are the first three; sort before you cut.'],
      [[2, 4, 1], 'Digits count from 0.'],
    ],
    hint: 'Sort the places, [...probabilities.keys()], by their probability, then slice(0, 3).',
    because: 'Where the first guess is wrong, the truth is often the second one.',
  },
  '12.5': {
    calls: [
      [[[0, 255, 100]], [255, 0, 155]],
      [[[51]], [204]],
    ],
    mistakes: [
      [[100, 255, 0], 'The pixels stay where they are; each grey becomes its opposite.'],
      [[0, -255, -100], 'A grey is never negative: take it away from the highest one.'],
      [[256, 1, 156], 'The highest grey is 255.'],
    ],
    hint: 'map each grey to 255 - grey.',
    because: 'Only the picture is reversed. The network gets greys as it has learned them.',
  },
  '12.6': {
    calls: [
      [[[0.9, 0.6, 0.8], kinds], 0.7],
      [[[0.6], [false]], 0.6],
    ],
    mistakes: [
      [0.9, 'That is the mean of the right ones.'],
      [2.3 / 3, 'That is the mean of all.'],
      [1.4, 'That is the sum; divide it by how many are wrong.'],
      [1.4 / 3, 'Divide by how many are wrong, not by how many there are.'],
    ],
    hint: 'Keep the confidences whose right[i] is false, add them up, divide by how many they are.',
    because: 'Wrong guesses are less sure on average. The pictures above are the exceptions.',
  },
  '12.7': {
    calls: [
      [[[2, 80, 5, 1], 1], 2],
      [[[30, 4, 7], 0], 2],
    ],
    mistakes: [
      [1, 'That is the digit itself, on the diagonal; which wrong one comes next?'],
      [5, 'That is how often; the digit is wanted.'],
      [3, 'Digits count from 0; or it is the rarest one.'],
    ],
    hint: 'Put a 0 in the place of the digit itself, then look for the place of the highest.',
    because: 'So a row of the matrix says in one word what its digit looks like to the network.',
  },
  '12.8': {
    calls: [
      [[[0.3, 0.2, 0.15, 0.12, 0.11, 0.13], 4], 0.01],
      [[[0.3, 0.1, 0.2], 2], -0.1],
    ],
    mistakes: [
      [-0.01, 'The last loss is not the lowest one; or it is taken the other way round.'],
      [-0.02, 'Epochs count from 1, places from 0: the loss of epoch 4 is losses[3].'],
      [0.19, 'That is the gain since epoch 1.'],
      [0.11, 'That is the lowest loss; how far below the loss of epoch 4 is it?'],
    ],
    hint: 'Take Math.min(...losses.slice(epoch)) away from losses[epoch - 1].',
    because: 'A negative gain says that no later epoch was better.',
  },
  '12.9': {
    calls: [
      [[[0, 0, 1, 3, 0]], 2.75],
      [[[5, 0, 5]], 1],
    ],
    mistakes: [
      [11, 'Divide by the sum of the greys.'],
      [2.2, 'Divide by the sum of the greys, not by the number of pixels.'],
      [2, 'That is the middle of the row, wherever the ink is.'],
      [2.5, 'A dark pixel counts more than a pale one: multiply by the grey.'],
    ],
    hint: 'Multiply each grey by its place, add up, and divide by the sum of the greys.',
    because: 'MNIST lays each digit so that this point is in the middle: so draw there.',
  },
};
