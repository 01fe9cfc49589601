import type { Turns } from './turn';

export const kerasAndParts: Turns = {
  '5.1': {
    calls: [
      [[[1, 2, 3], [0.2, -0.5, 0.4], 1], 0.6],
      [[[2], [3], 4], -2],
    ],
    mistakes: [
      [0.4, 'That is the weighted sum; the bias is what is missing to the output.'],
      [-0.6, 'Take the sum away from the output, not the other way round.'],
      [1.4, 'The bias is added to the sum: so take the sum away from the output.'],
    ],
    hint: 'The bias is the output less the weighted sum of the inputs.',
    because: 'Whatever the inputs give, the bias can shift it to any place.',
  },
  '5.2': {
    calls: [
      [
        [2, 1, 3, 4],
        [6, 7],
      ],
      [
        [1, 5, -1, 2],
        [-1, -3],
      ],
    ],
    mistakes: [
      [[5, 5], 'The second layer multiplies what the first has made: the weights multiply too.'],
      [[6, 5], 'The second layer multiplies the bias of the first as well.'],
      [[6, 9], 'The second layer works on the first one: its weight meets b1.'],
      [[7, 6], 'The weight comes first, then the bias.'],
    ],
    hint: 'Multiply out w2 · (w1 · x + b1) + b2: what stands with x is the weight.',
    because: 'However many such layers you stack, they remain one straight line.',
  },
  '5.3': {
    calls: [
      [[[60_000, 28, 28]], [60_000, 784]],
      [[[250, 390, 3]], [250, 1170]],
    ],
    mistakes: [
      [[784], 'The first axis counts the examples; it stays.'],
      [[47_040_000], 'Each example is to be a vector of its own: the first axis stays.'],
      [[1_680_000, 28], 'That makes an example of each row of pixels.'],
      [[60_000, 56], 'A picture has 28 rows of 28 pixels: multiply.'],
    ],
    hint: 'Keep the first size, and multiply all others.',
    because: 'The network is told the second one alone: inputShape: [784].',
  },
  '5.4': {
    calls: [
      [[784, 10], 795],
      [[3, 2], 6],
    ],
    mistakes: [
      [784, 'It has a bias too, and is connected with the next layer.'],
      [785, 'It is connected with the next layer as well.'],
      [794, 'It has a bias, too.'],
      [805, 'The outputs have their biases already; only the new neuron gets one.'],
    ],
    hint: 'A weight from each input, a weight to each output, and its own bias.',
    because: 'From 128 to 512 neurons that makes 384 · 795 = 305,280 more.',
  },
  '5.5': {
    calls: [
      [[2, 3], -6],
      [[1, -2], 2],
    ],
    mistakes: [
      [6, 'The sum must be 0 there: the bias takes away what the weight brings.'],
      [-3, 'The input is multiplied by the weight before the bias is added.'],
      [-1.5, 'The weight multiplies the input; it does not divide it.'],
      [0, 'That leaves the middle at the input 0.'],
    ],
    hint: 'Sigmoid gives 0.5 where weight · input + bias is 0.',
    because: 'If the weight is positive, a larger bias shifts the curve to the left.',
  },
  '5.6': {
    calls: [
      [[0], 0.25],
      [[2], 0.104_993_585_4],
    ],
    mistakes: [
      [0.5, 'That is the value there; the slope is wanted.'],
      [0.75, 'That is the formula of Tanh; look at the row of Sigmoid.'],
      [0, 'The formula takes σ(x), not x: call sigmoid.'],
    ],
    hint: 'It is sigmoid(x) * (1 - sigmoid(x)).',
    because: 'At 0 it is highest, and even there only 0.25; the slope of Tanh there is 1.',
  },
  '5.7': {
    calls: [
      [
        [2, 0.5, 1, 3],
        [-4, -2],
      ],
      [
        [1, -2, 0, 3],
        [0, 0],
      ],
    ],
    mistakes: [
      [[-2, -2], 'The gradient of the weight has the input as a factor.'],
      [[4, 2], 'It is y − t, not t − y: a minus means that the weight should grow.'],
      [[-2, -1], 'The 2 of the square is missing.'],
    ],
    hint: 'Both have 2 · (y − t) in common, or 0 where w · x + b is negative; that of w is times x.',
    because: 'Where ReLU is silent, both are 0: from this example the neuron learns nothing.',
  },
  '5.8': {
    calls: [
      [[1, 0.3], 0.7],
      [[-1, -2], 0],
      [[-1, 0.5], 1.5],
    ],
    mistakes: [
      [0.3, 'That is t · y; the loss is what is missing to 1.'],
      [0, 'The side is right, but the score is not clear: below 1 it still costs.'],
      [1.3, 'The product is taken away from 1.'],
      [-0.7, 'Take the product away from 1, not the other way round.'],
    ],
    hint: 'It is Math.max(0, 1 - truth * score).',
    because: 'A score beyond 1 on the right side costs nothing: no gradient, nothing to learn.',
  },
  '5.9': {
    calls: [
      [
        [1, 2, 0.5],
        [0.77, 2.3],
      ],
      [
        [0, 0, 1],
        [-0.1, 1],
      ],
    ],
    mistakes: [
      [[0.95, 2.3], 'The step takes v, not the gradient alone.'],
      [[0.8, 2.3], 'The new v comes first; the step takes that one.'],
      [[1.23, 2.3], 'The step goes against v: a minus.'],
      [[0.75, 2.5], 'Of the old v only nine tenths are kept.'],
    ],
    hint: 'First v becomes 0.9 · v + gradient, then the weight loses 0.1 · v.',
    because:
      'The gradient alone would make a step of 0.05; with what is left of earlier ones it is 0.23.',
  },
};
