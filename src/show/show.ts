import type { Chart } from '../charts/chart';
import { chartBundle } from './bundle';
import { type Frame, frameTable } from './frame';
import { type Bundle, inNotebook, newSlot } from '../kernel/kernel';
import { type Quiz, quizBundle, quizText } from './quiz';
import { type Table, tableText } from '../results/table';
import { tableHtml } from './table-html';

/** Something drawn in HTML, and what it says in plain text. */
export interface Html {
  readonly html: string;
  readonly text: string;
}

/** What `show` can show. */
export type Showable = Chart | Table | Quiz | Frame | Html;

/** What a thing says in text, and how it looks in a notebook (drawn only when needed). */
interface Forms {
  readonly text: string;
  readonly bundle: () => Bundle;
}

/**
 * Shows a chart, a table, a data frame or a quiz below the cell; outside a notebook, its text.
 * @example
 * ```ts
 * import { show } from 'nnlab';
 * show({ columns: ['digit', 'times'], rows: [[0, 12], [1, 9]] });
 * ```
 */
export function show(thing: Showable): void {
  const forms = formsOf(thing);
  if (!forms) {
    throw new Error(
      `show: this is no chart, table, data frame or quiz, but ${nameOf(thing)}; is an await missing?`,
    );
  }
  if (inNotebook()) newSlot()(forms.bundle());
  else console.log(forms.text);
}

/** The forms of something that `show` can show; null for anything else. */
export function bundleOf(thing: unknown): Bundle | null {
  return formsOf(thing as Showable)?.bundle() ?? null;
}

function formsOf(thing: Showable): Forms | null {
  if (isFrame(thing)) return formsOf(frameTable(thing));
  if (isChart(thing)) return { text: thing.description, bundle: () => chartBundle(thing) };
  if (isQuiz(thing)) return { text: quizText(thing), bundle: () => quizBundle(thing) };
  if (isTable(thing)) return htmlForms(tableHtml(thing), tableText(thing));
  if (isHtml(thing)) return htmlForms(thing.html, thing.text);
  return null;
}

function htmlForms(html: string, text: string): Forms {
  const data = { 'text/html': html, 'text/plain': text };
  return { text, bundle: () => ({ data, metadata: {} }) };
}

function has(thing: object, ...keys: string[]): boolean {
  // Not `key in thing`: a data frame would answer with its columns.
  const properties = (thing ?? {}) as Record<string, unknown>;
  return keys.every((key) => properties[key] !== undefined);
}

function isChart(thing: Showable): thing is Chart {
  return has(thing, '$schema', 'description');
}

function isQuiz(thing: Showable): thing is Quiz {
  return has(thing, 'questions');
}

function isFrame(thing: Showable): thing is Frame {
  return has(thing, 'dtypes', 'columns', 'shape');
}

function isTable(thing: Showable): thing is Table {
  return has(thing, 'columns', 'rows');
}

function isHtml(thing: Showable): thing is Html {
  return has(thing, 'html', 'text');
}

/** What was given instead, in words: `undefined`, `Promise`, `Number`. */
function nameOf(thing: unknown): string {
  return thing === undefined || thing === null ? String(thing) : thing.constructor.name;
}
