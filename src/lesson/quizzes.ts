import type { Quiz } from '../show/quiz';
import digits from './quizzes/digits.json';
import glossary from './quizzes/glossary.json';
import logistic from './quizzes/logistic.json';

/**
 * The quizzes of the course: `show(quizzes.glossary)`.
 * @example
 * ```ts
 * import { quizzes, show } from 'nnlab';
 * show(quizzes.glossary);
 * ```
 */
export const quizzes: {
  readonly glossary: Quiz;
  readonly digits: Quiz;
  readonly logistic: Quiz;
} = { glossary, digits, logistic };
