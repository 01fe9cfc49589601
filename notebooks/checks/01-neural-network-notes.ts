import { byMode, evaluate, expectBetween, expectEqual } from 'nnlab';

// cell d4438b81
expectEqual(output.dataSync()[0], 3, 'output of the small network');

// cell 59668116
expectBetween(-Math.log(0.1), [2.302, 2.303], 'loss at probability 0.1');

// cell 0e310191
expectEqual(stepsPerEpoch, 1688, 'iterations in an epoch');
expectEqual(20 * stepsPerEpoch, 33760, 'iterations in 20 epochs');

// cell 626e3402
expectEqual(first.countParams(), 101770, 'parameters');

// cell fd5a3f91
expectBetween(
  left,
  byMode({ full: [0.54, 0.58], sample: [0.4, 0.44] }, fashion),
  'last loss as a share of the first',
);

// cell 8780575f
const [small, middle, large] = ends;
const best = ends.reduce((best, one) => (one.last < best.last ? one : best));
expectEqual(sizes[ends.indexOf(best)], 16, 'lowest validation loss at the end, hidden neurons');
expectBetween(small!.training, [0.8, 2], 'training loss, 2 neurons');
expectBetween(middle!.risen, [0, 0.03], 'risen, 16 neurons');
expectBetween(
  large!.risen,
  byMode({ full: [0.04, 0.2], sample: [0.05, 0.4] }, fashion),
  'risen, 512 neurons',
);
expectEqual(large!.lowest < middle!.lowest, true, 'the lowest point of 512 neurons lies below');

// cell 098ad10b
expectBetween(w, [1.0239, 1.0241], 'weight after three steps');

// cell 2f7a099d
expectBetween(Math.log10(share(vanishing)), [-11, -9.5], 'powers of ten, Sigmoid');
expectBetween(Math.log10(share(exploding)), [6, 8], 'powers of ten, large weights');
expectBetween(Math.log10(share(steady)), [-0.5, 0.5], 'powers of ten, He weights');

// cell c26d84ea
const [slow, good, wild] = attempts.map((net) => evaluate(net, held).loss);
expectEqual(good! < slow!, true, 'the middle rate is better than the small one');
expectBetween(wild!, [2.2, 2.6], 'loss after the wild epoch, about that of guessing');

// cell a113e7d1
expectEqual(other.dataSync()[0], 5, 'output for (2, 1)');
