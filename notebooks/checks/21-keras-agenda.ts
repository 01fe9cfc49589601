import { expectBetween, expectEqual } from 'nnlab';

// cell 1fdcd63e
expectEqual(60000 + 10000, 70000, 'pictures in both parts');

// cell 886d7a58
expectEqual(
  [...model.layers.map((layer) => layer.countParams()), model.countParams()],
  [0, 100480, 1290, 101770],
  'parameters of the three layers, and together',
);

// cell a188907c
expectEqual([Math.ceil(54000 / 32), 60000 / 32], [1688, 1875], 'steps of an epoch');
expectBetween(Math.log(10), [2.3, 2.31], 'loss of a guess by chance');

// cell 5ea68b5c
expectBetween(25 * (1 - 0.975), [0.62, 0.63], 'wrong ones to expect among 25');

// cell 970d63e2
expectEqual(784 * 64 + 64 + 64 * 10 + 10, 50890, 'parameters with 64 hidden neurons');

// cell 59496275
expectEqual(
  plan.reduce((sum, part) => sum + part, 0),
  90,
  'minutes of the plan',
);

// cell 6a3b11b6
expectEqual(
  hour.reduce((sum, part) => sum + part, 0),
  60,
  'minutes of the short plan',
);
