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

/** The lessons that are run in full; for each other its run on the sample stands. */
export const inFull = someOf(
  lessonNames(),
  lessonNames().filter((name) => !LONG.includes(name)),
);

export const modeOf = (name: string) => (inFull.includes(name) ? 'full' : 'sample');

/** Those that are run in JupyterLab: with a saved file, a quiz, a gap, a table of layers. */
const IN_LAB = ['10-load-and-predict', '14-digit-quiz', '15-digit-assignment', '20-keras-activity'];
export const inLab = someOf(lessonsWithCode(), IN_LAB);

/** A quick run takes the same cells as one in full: here JupyterLab's stand for all. */
export const inQuick = someOf(lessonNames(), IN_LAB);

/** Those that are run twice over, on the sample. */
export const twiceOver = someOf(lessonsWithCode(), [
  '02-fashion-from-csv',
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

/** Those whose handouts are read whole, of each kind one: notes, training, drawing, quiz, gaps, solution, agenda, words. */
export const inHandouts = someOf(lessonNames(), [
  '01-neural-network-notes',
  '02-fashion-from-csv',
  '05-keras-and-its-parts',
  '10-load-and-predict',
  '14-digit-quiz',
  '15-digit-assignment',
  '16-digit-assignment-solution',
  '19-keras-lesson',
  '21-keras-agenda',
  '22-appendix',
  '24-glossary',
]);
