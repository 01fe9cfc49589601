import type { Turns } from './turn';

const names = ['as it is', 'bigger', 'augmented'];
const onValidation = [0.958, 0.965, 0.963];
const onTest = [0.955, 0.961, 0.966];
// What two images get; the second one is a 2, taken for a 0.
const sure = [0.1, 0.8, 0.1];
const unsure = [0.5, 0.1, 0.4];
const labels = [1, 2];
const scores = [0.9, 0.5];
const counts = [900, 100];
const truths = [3, 1, 4, 1, 5];
const guesses = [3, 7, 4, 2, 6];

export const digitLesson: Turns = {
  '11.1': {
    calls: [
      [[0.6931, 0.6921, 0.001], -1],
      [[1, 1.5, 0.25], 2],
    ],
    mistakes: [
      [1, 'After minus before: where the loss falls, the slope is negative.'],
      [-0.001, 'That is the change of the loss; divide it by the step of the weight.'],
    ],
    hint: 'Take the loss before away from the loss after, and divide by the step.',
    because: 'It is the slope of step 0 above. Backpropagation finds it for all weights at once.',
  },
  '11.2': {
    calls: [
      [[[5, 1, 1, 0, 3], 1], 0.4],
      [[[5, 1], 7], 0],
    ],
    mistakes: [
      [2, 'That is how many: the part with more images would always have more.'],
      [1, 'That is the place of the first one; the share is wanted.'],
      [2.5, 'The other way round: those that show the digit, divided by all.'],
    ],
    hint: 'Count the labels that are the digit, and divide by the number of all labels.',
    because: 'Shares can be compared, although one part has more images than the other.',
  },
  '11.3': {
    calls: [
      [[405], [14, 13]],
      [[27], [0, 27]],
      [[28], [1, 0]],
    ],
    mistakes: [
      [[13, 14], 'The row comes first.'],
      [[405 / 28, 13], 'A row is a whole number: leave out what is behind the point.'],
      [[14, 405 / 28 - 14], 'The column is what is left over, in pixels: 405 less 14 · 28.'],
    ],
    hint: 'Math.floor(number / 28) rows are full before it; number % 28 pixels are left over.',
    because: 'Reshaping moves no pixel: it only counts them in another way.',
  },
  '11.4': {
    calls: [
      [[[9, 5, 7]], [0, 9, 5]],
      [[[1, 2, 3, 4]], [0, 1, 2, 3]],
    ],
    mistakes: [
      [[7, 9, 5], 'What leaves at the right does not come back: at the left is background, 0.'],
      [[5, 7, 0], 'That goes to the left.'],
      [[0, 9, 5, 7], 'The row has become longer: the last pixel must leave.'],
    ],
    hint: 'Put a 0 in front and leave the last one out: row.slice(0, -1).',
    because: 'To you it is the same digit. To the network many of its inputs have changed.',
  },
  '11.5': {
    calls: [
      [[[sure, unsure], labels], -(Math.log(0.8) + Math.log(0.4)) / 2],
      [[[unsure], [0]], Math.LN2],
    ],
    mistakes: [
      [-(Math.log(0.8) + Math.log(0.4)), 'That is the sum; divide it by the number of images.'],
      [-(Math.log(0.8) + Math.log(0.5)) / 2, 'Not the guess counts, but the label.'],
      [-Math.log(0.6), 'First the logarithms, then the mean: one poor answer must cost a lot.'],
      [(Math.log(0.8) + Math.log(0.4)) / 2, 'The minus is missing: no loss is negative.'],
    ],
    hint: 'Add up -Math.log(row[label]) for all images, and divide by how many they are.',
    because: 'The wrong guess costs 0.92, the right one 0.22: the wrong ones make most of a loss.',
  },
  '11.6': {
    calls: [
      [[[0.5, 0.3, 0.35, 0.32, 0.31]], 3],
      [[[0.5, 0.4]], 0],
    ],
    mistakes: [
      [1, 'That is the place of the lowest loss; how many epochs came after it?'],
      [2, 'That is the epoch of the lowest loss; how many came after it?'],
      [0, 'The last loss is lower than the one before, but not than the lowest.'],
      [4, 'Count from the epoch with the lowest loss, not from the first one.'],
    ],
    hint: 'losses.indexOf(Math.min(...losses)) is the place of the lowest; count what follows.',
    because: 'With a patience of 3 the training would end here, with the weights of epoch 2.',
  },
  '11.7': {
    calls: [
      [[names, onValidation, onTest], 'bigger'],
      [[names.slice(1), [0.8, 0.9], [0.9, 0.8]], 'augmented'],
    ],
    mistakes: [
      ['augmented', 'Here the test rows choose; then none are left to judge the choice.'],
      ['as it is', 'It has the lowest accuracy on the validation rows.'],
      [0.965, 'That is its accuracy; the name is wanted.'],
    ],
    hint: 'validation.indexOf(Math.max(...validation)) is its place in the list of names.',
    because: 'Whatever is chosen by the test rows looks better on them than it is.',
  },
  '11.8': {
    calls: [
      [[scores, counts], 0.86],
      [[[1], [5]], 1],
    ],
    mistakes: [
      [0.7, 'That is the macro average: it counts each digit alike.'],
      [860, 'Divide by the number of all images.'],
      [430, 'Divide by the number of images, not of digits.'],
    ],
    hint: 'Multiply each score by its count, add up, and divide by the sum of the counts.',
    because: 'Macro gives 0.7: it shows the poor score of a rare digit, weighted hides it.',
  },
  '11.9': {
    calls: [
      [[[sure, unsure]], [1, 0]],
      [[[[0.2, 0.3, 0.5]]], [2]],
    ],
    mistakes: [
      [[1, 0, 1], 'That goes down the columns, one for each digit; an image is a row.'],
      [[0.8, 0.5], 'These are the highest probabilities; their places are the guesses.'],
      [[2, 1], 'Digits count from 0.'],
      [1, 'That is the guess for the first image; map makes one of each row.'],
    ],
    hint: 'map makes of each row the place of its highest: row.indexOf(Math.max(...row)).',
    because: 'The 1 in argMax(1) means: along each row. argMax(0) goes down the columns.',
  },
  '11.10': {
    calls: [
      [
        [truths, guesses, 2],
        [1, 3],
      ],
      [[truths, truths, 2], []],
    ],
    mistakes: [
      [[1], 'Here you cut first and then look for wrong ones, as the older notes do.'],
      [[1, 3, 4], 'These are all wrong ones; only the first of them are wanted.'],
      [[7, 2], 'These are the guesses there; their places are wanted.'],
    ],
    hint: 'filter the places by truths[place] !== guesses[place], then slice(0, count).',
    because: 'Filtered first and cut then, as many come as you ask for.',
  },
};
