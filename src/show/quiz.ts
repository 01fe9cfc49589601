import { Mersenne } from '../random/mersenne';
import type { Bundle } from '../kernel/kernel';
import { escapeHtml } from './escape-html';

/** One possible answer, and what to say to somebody who chose it. */
export interface Option {
  readonly text: string;
  /** Why it is right, or which misconception it stands for. */
  readonly feedback: string;
  readonly correct?: boolean;
}

export interface Question {
  readonly question: string;
  readonly options: readonly Option[];
}

/** Questions with one right answer each. */
export interface Quiz {
  readonly title: string;
  /** Decides where the right answers stand; the same for everybody, so that one key serves. */
  readonly seed: number;
  readonly questions: readonly Question[];
}

/**
 * The quiz as data, among the forms of the output, options already shuffled:
 * a `Quiz`. What makes buttons of it (the handouts) needs nothing else, and letters options
 * by `letter(position)`.
 */
export const QUIZ_MIME_TYPE = 'application/vnd.nnlab.quiz+json';

/** A quiz in all its forms: folded feedback that needs no scripts, data for buttons, and text. */
export function quizBundle(quiz: Quiz): Bundle {
  const shuffled = shuffleQuiz(quiz);
  return {
    data: {
      'text/html': quizHtml(shuffled),
      [QUIZ_MIME_TYPE]: shuffled,
      'text/plain': quizText(quiz),
    },
    metadata: {},
  };
}

/** A quiz for paper: questions with lettered options, the key at the end. */
export function quizText(quiz: Quiz): string {
  const { title, questions } = shuffleQuiz(quiz);
  const asked = questions.map(({ question, options }, at) => {
    const lines = options.map(({ text }, position) => `   ${letter(position)}) ${text}`);
    return [`${at + 1}. ${question}`, ...lines].join('\n');
  });
  return [title, ...asked, `Key: ${quizKey(questions)}`].join('\n\n');
}

/** A, B, C, D. */
export function letter(position: number): string {
  return String.fromCharCode(65 + position);
}

/** The quiz with the options of each question in an order that depends on the seed. */
export function shuffleQuiz(quiz: Quiz): Quiz {
  const questions = quiz.questions.map(({ question, options }, at) => {
    if (options.filter(({ correct }) => correct).length !== 1)
      throw new Error(`Quiz "${quiz.title}", question ${at + 1}: give it one correct option.`);
    const order = new Mersenne([quiz.seed, at]).permutation(options.length);
    const shuffled = Array.from(order, (from) => options[from] as Option);
    return { question, options: shuffled.map(saidOnce) };
  });
  return { ...quiz, questions };
}

/** Whoever is right is told so by the mark; a reason that says it again need not. */
function saidOnce(option: Option): Option {
  if (!option.correct) return option;
  const reason = option.feedback.replace(/^right[:.,!]\s*/i, '');
  return { ...option, feedback: reason.charAt(0).toUpperCase() + reason.slice(1) };
}

function quizKey(questions: Quiz['questions']): string {
  const right = questions.map(({ options }) => letter(options.findIndex(({ correct }) => correct)));
  return right.map((answer, at) => `${at + 1} ${answer}`).join(' · ');
}

// JupyterLab keeps these styles in a notebook that it does not trust, too; grey lines can be seen in
// its light and in its dark theme.
const QUESTION = 'max-width: 44em; margin: 0 0 2em';
const OPTION = 'margin: 0.4em 0; padding: 0.45em 0.9em; border: 1px solid #888; border-radius: 6px';

function quizHtml({ title, questions }: Quiz): string {
  const items = questions.map(
    ({ question, options }, at) =>
      `<div style="${QUESTION}"><p><strong>${at + 1}. ${escapeHtml(question)}</strong></p>\n` +
      `${options.map(optionHtml).join('\n')}</div>`,
  );
  return [
    `<h3>${escapeHtml(title)}</h3>`,
    '<p>Click on the answer that you think is right.</p>',
    ...items,
    `<details><summary>Key</summary><p>${quizKey(questions)}</p></details>`,
  ].join('\n');
}

function optionHtml({ text, feedback, correct }: Option, position: number): string {
  const verdict = correct ? '✓ Right.' : '✗ Not quite.';
  return (
    `<div style="${OPTION}"><details><summary>${letter(position)}) ${escapeHtml(text)}</summary>` +
    `<p>${verdict} ${escapeHtml(feedback)}</p></details></div>`
  );
}
