// Before each test file of a run of mutants: its thread is kept, and so the mutant of the run before would be
// at work while the file is read.
import { beforeEach } from 'vitest';

const stryker = Reflect.get(globalThis, '__stryker__');
if (stryker) stryker.activeMutant = undefined;

/** Tests, or groups of them, that take long or hang on the clock, and find what quicker ones find too. */
const LEFT_OUT = [
  // src/train
  /^leaves no tensor behind over 50 calls/,
  /^comes to the same bits when it is left after epoch/,
  /^takes \d+ images in \d+ steps of 32/,
  /^learns$/,
  /^shows how much of an epoch is done/,
  /^says of an epoch on changed images/,
  /^is followed by another after a hundred rows/,
  // src/keras
  /^a file of keras-3\.[05]/,
  /^predicts the same after nnlab/,
  /^two notebooks at once/,
  /^the command prints it/,
  // src/data
  /^a bad file is refused as quickly as/,
  /^stops where values without number make/,
  /^looks the same as a Polars frame/,
  /^the training images of a whole set/,
  /^at random places leaves the right file/,
];

beforeEach(({ task, skip }) => {
  if (namesOf(task).some((name) => LEFT_OUT.some((left) => left.test(name)))) skip();
});

/** A test's name and those of the groups it stands in. @param {import('vitest').RunnerTestCase} task */
function namesOf(task) {
  const names = [task.name];
  for (let group = task.suite; group; group = group.suite) names.push(group.name);
  return names;
}
