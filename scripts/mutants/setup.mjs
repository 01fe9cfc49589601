// Before each test file of a run of mutants: vitest keeps its process, and so the mutant of the run before would be
// at work while the file is read.
import { beforeEach } from 'vitest';

const stryker = Reflect.get(globalThis, '__stryker__');
if (stryker) stryker.activeMutant = undefined;

/** Tests that take long, by themselves or in a process of their own, and find what quicker ones find too. */
const SLOW = [
  /^leaves no tensor behind over 50 calls/,
  /^comes to the same bits when it is left after epoch/,
  /^takes \d+ images in \d+ steps of 32/,
  /^learns$/,
  /^shows how much of an epoch is done/,
  /^says of an epoch on changed images/,
  /^is followed by another after a hundred rows/,
  /^looks the same as a Polars frame/,
  /^two notebooks at once/,
  /^the command prints it/,
  /^(are )?cut off anywhere (is|are) refused/,
  /^with a changed byte anywhere/,
  /^changed anywhere are refused/,
  /^a description of another shape/,
  /^at random places leaves the right file/,
];

beforeEach(({ task, skip }) => {
  if (SLOW.some((name) => name.test(task.name))) skip();
});
