import type { Turns } from './turn';

export const fashionFromCsv: Turns = {
  '2.1': {
    right: 784,
    mistakes: [
      [785, 'One of the 785 columns is the label and no pixel.'],
      [56, 'A picture has 28 rows with 28 pixels in each: multiply.'],
    ],
    hint: 'A picture has 28 rows with 28 pixels in each.',
    because: 'With the label that makes the 785 columns of the table.',
  },
  '2.2': {
    calls: [
      [['Trouser'], 1],
      [['T-shirt/top'], 0],
      [['Ankle boot'], 9],
    ],
    mistakes: [
      [2, 'Labels count from 0.'],
      ['Trouser', 'That is the name; the place of the name in the list is wanted.'],
    ],
    hint: 'fashionClassNames.indexOf(name) tells where a name stands.',
    because: 'The list of names says both: the name of a label, and the label of a name.',
  },
  '2.3': {
    calls: [
      [[255], 1],
      [[0], 0],
      [[51], 0.2],
    ],
    mistakes: [
      [0.99609375, 'There are 256 grey values, but the highest is 255.'],
      [255, 'The value is still what it was: divide it.'],
    ],
    hint: 'The highest value there is must become 1.',
    because: '255 becomes 1, 0 stays 0, and all others lie between.',
  },
  '2.4': {
    calls: [
      [[784, 128], 100_480],
      [[128, 10], 1290],
      [[1, 1], 2],
    ],
    mistakes: [
      [100_352, 'These are the weights. Each neuron has a bias as well.'],
      [100_353, 'Each neuron has a bias of its own, not the layer as a whole.'],
      [101_136, 'A bias belongs to each neuron, not to each input.'],
    ],
    hint: 'A weight for each input of each neuron, and a bias for each neuron.',
    because: 'Together the two layers have 100,480 + 1,290 = 101,770.',
  },
  '2.5': {
    calls: [
      [[54_000, 32], 1688],
      [[64, 32], 2],
      [[65, 32], 3],
    ],
    mistakes: [
      [1687.5, 'There is no half step: round up, because the last rows are a batch too.'],
      [1687, 'The rows that are left over are a batch too, only a smaller one: round up.'],
    ],
    hint: 'Divide the rows by the size of a batch, and round up with Math.ceil.',
    because: 'The last batch of an epoch may be smaller.',
  },
  '2.6': {
    calls: [
      [[[0.1, 0.7, 0.2]], 1],
      [[[0.5, 0.2, 0.3]], 0],
    ],
    mistakes: [
      [0.7, 'That is the highest probability; the place where it stands is the guess.'],
      [2, 'Labels count from 0.'],
    ],
    hint: 'The guess is the place of the highest probability.',
    because: 'In other languages this is called argmax.',
  },
  '2.7': {
    calls: [
      [[[0.9, 0.5, 0.4, 0.6]], 3],
      [[[0.3, 0.4]], 1],
    ],
    mistakes: [
      [2, 'Epochs count from 1, places in an array from 0.'],
      [0.4, 'That is the lowest loss; the epoch that has it is wanted.'],
      [1, 'That epoch has the highest loss.'],
    ],
    hint: 'losses.indexOf(Math.min(...losses)) is the place of the lowest, counted from 0.',
    because: 'This is the epoch that early stopping goes back to.',
  },
  '2.8': {
    hint: 'Count the predictions of which truth and guess are the same, and divide by how many there are.',
    because: 'It is the accuracy that evaluate has measured.',
  },
};
