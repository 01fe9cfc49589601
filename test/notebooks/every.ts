import { lessonNames } from '../../scripts/lessons.mjs';

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
