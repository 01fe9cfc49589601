import { lessonNames } from '../../scripts/lessons.mjs';
import { lessonsWithCode } from './read';

/** `npm run test:lessons` and the site's own test take every lesson; `npm test` takes some that stand for all. */
export const every = process.env['NNLAB_LESSONS'] === 'all';

/** All of them, or those that stand for all where all would take long. */
export function someOf<T>(all: readonly T[], some: readonly T[]): readonly T[] {
  const unknown = some.filter((one) => !all.includes(one));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}.`);
  return every ? all : some;
}

/** In full, these take longer than all others together. */
const LONG = ['11-digit-lesson', '16-digit-assignment-solution', '19-keras-lesson', '22-appendix'];

/** The lessons that are run in full; for each other its quick run stands. */
export const inFull = someOf(
  lessonNames(),
  lessonNames().filter((name) => !LONG.includes(name)),
);

export const modeOf = (name: string) => (inFull.includes(name) ? 'full' : 'quick');

/** Those that are run in JupyterLab: with most kinds of outputs, a saved file, a quiz, a gap, a table of layers. */
export const inLab = someOf(lessonsWithCode(), [
  '03-network-and-tensorflow',
  '10-load-and-predict',
  '14-digit-quiz',
  '15-digit-assignment',
  '20-keras-activity',
]);

/** A quick run takes the same cells as one in full, so that it is made where that is not, or where Lab needs it. */
export const inQuick = someOf(
  lessonNames(),
  lessonNames().filter((name) => !inFull.includes(name) || inLab.includes(name)),
);

/** Those that are run twice over, on the sample. */
export const twiceOver = someOf(lessonsWithCode(), [
  '02-fashion-from-csv',
  '03-network-and-tensorflow',
  '08-fashion-from-files',
  '09-going-on-training',
  '10-load-and-predict',
  '14-digit-quiz',
  '17-digit-logistic',
  '20-keras-activity',
]);

/** What runs twice on the sample runs on it. */
export const onSample = someOf(
  lessonNames(),
  lessonNames().filter((name) => !twiceOver.includes(name)),
);
