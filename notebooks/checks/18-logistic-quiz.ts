import { byMode, expectBetween, expectEqual } from 'nnlab';

// cell b9e8c935
expectEqual(
  counts,
  byMode({ full: [60000, 10000], sample: [9000, 1000] }, digits),
  'pictures for training and for testing',
);

// cell 79567cd9
expectEqual(lessonShare, 0.8, 'training share in this lesson');

// cell dba37f4f
expectEqual(defaultShare, 0.75, 'training share by default');

// cell 28729236
expectBetween(12888 / 14000, [0.9205, 0.9207], 'accuracy of 12,888 right guesses');

// cell bfb2ac9d
expectEqual(parameters, 7850, 'parameters of logistic regression');

// cell 220d0ecf
expectEqual(mistakes, [800, 200], 'mistakes among 10,000 pictures');

// cell 87dd56eb
expectEqual(Math.ceil(0.2 * 1797), 360, 'pictures for testing');
