import { evaluate, expectBetween, expectEqual, historyOf } from 'nnlab';

// cell ca0822cc
expectEqual(evaluate(loaded, testData), evaluate(model, testData), 'test result');

// cell 7b4c9078
expectEqual(ends, [half + 1, target], 'first and last epoch');

// cell 17ff7fe5
expectEqual(joined.length, 4 * half, 'rows, two for each epoch');

// cell 6e2e2c15
expectEqual(historyOf(unbroken).length, joined.length, 'rows of the unbroken run');

// cell 08b9a73e
expectEqual(unequal, 0, 'losses that differ');
expectEqual(differing, 0, 'weights that differ');

// cell a24172a9
expectBetween(blind / gentle, [2.5, 7], 'as many times as far');

// cell 62069f7e
expectEqual(shared.length, 0, 'figures that both runs share');

// cell bb171e8f
expectEqual(Object.keys(fashion.files ?? {}).length, 4, 'files');
