import { byMode, expectBetween, expectEqual } from 'nnlab';

// cell fe9681e8
expectEqual(51 / 255, 0.2, 'the pixel 51 after normalizing');

// cell b8b72be4
expectEqual(rows * columns, 784, 'numbers in one picture');

// cell 1d915ca8
expectEqual(parameters, [0, 100480, 1290], 'parameters of Flatten, Dense, Dense');

// cell 841ae3b3
expectEqual(model.countParams(), 101770, 'parameters of the whole network');

// cell a20d5873
expectEqual(steps, [1875, 1688], 'steps for 60,000 and for 54,000 pictures');

// cell a849bd39
expectEqual(54000 - 1687 * 32, 16, 'pictures in the last of the 1688 batches');

// cell ec51cbb3
expectBetween(-Math.log(0.1), [2.3, 2.31], 'loss of a guess by chance');

// cell 878c04d5
const lossBand = byMode({ full: [2.358, 2.388], sample: [2.372, 2.402] }, digits);
expectBetween(untrained.loss, lossBand, 'loss of an untrained network');

// cell 6794b7c2
expectEqual(784 * 100 + 100 + 100 * 75 + 75 + 75 * 10 + 10, 86835, 'parameters');

// cell 11518b68
expectEqual([Math.ceil(60000 / 128), 60000 % 128], [469, 96], 'steps, last batch');
