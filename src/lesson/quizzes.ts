import type { Quiz } from '../show/quiz';
import glossary from './quizzes/glossary.json';

/** The quizzes of the course: `show(quizzes.glossary)`. */
export const quizzes: { readonly glossary: Quiz } = { glossary };
