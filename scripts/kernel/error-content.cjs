// An error as Jupyter wants it: a name, a message, and a traceback of the learner's own lines.
'use strict';
const { inspect } = require('node:util');
const { cellNumbered } = require('./run.cjs');
const { placesIn } = require('./source-lines.cjs');
const { adviceOn } = require('./advice.cjs');
const { mistakeIn } = require('./mistakes.cjs');

const RED = '\u001b[31m';
const BOLD = '\u001b[1m';
const PLAIN = '\u001b[0m';
/** So many lines are shown before and after the marked one. */
const AROUND = 2;

/** @typedef {{ ename: string, evalue: string, traceback: string[] }} ErrorContent */
/** @typedef {{ cell: number, line: number, column?: number, length?: number }} Marked */

/** @param {import('./run.cjs').Run} run @returns {ErrorContent} */
function errorContent(run) {
  if (run.mistakes.length) return mistakeContent(run);
  const error = run.failure?.value;
  if (isStop(error) || run.stopped) return stopContent(error);
  const ename = nameOf(error);
  const message = messageOf(error);
  if (isPlain(error)) return { ename, evalue: message, traceback: [headline(ename, message)] };
  const advice = adviceOn(message);
  const evalue = advice ?? message;
  const original = advice ? [`${ename}: ${message}`] : [];
  const places = excerpts(placesIn(traceOf(error)));
  return {
    ename,
    evalue,
    traceback: [headline(advice ? '' : ename, evalue), ...original, ...places],
  };
}

/** What the type checker found before the cell ran. @param {import('./run.cjs').Run} run */
function mistakeContent({ number: cell, mistakes }) {
  const ename = 'TypeScript';
  const { sentences, first } = mistakeIn(mistakes);
  const [evalue = '', ...details] = sentences;
  const length =
    first.end.line === first.start.line ? first.end.character - first.start.character : 1;
  const marked = { cell, line: first.start.line + 1, column: first.start.character + 1, length };
  return { ename, evalue, traceback: [headline('', evalue), ...details, excerpt(marked)] };
}

/** @param {unknown} error */
function stopContent(error) {
  const ename = 'Stopped';
  const evalue =
    error instanceof Error && error.name === ename
      ? error.message
      : 'the cell was ended by Stop; what it had not yet finished is not done.';
  return { ename, evalue, traceback: [headline(ename, evalue)] };
}

/** @param {unknown} error */
function isStop(error) {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'Stopped' ||
    /** @type {any} */ (error).code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED'
  );
}

/** An error that is one sentence has nothing to show but that (src/kernel/plain-error.ts). @param {unknown} error */
const isPlain = (error) => error instanceof Error && error.stack === error.message;

/** @param {unknown} error */
const nameOf = (error) => (error instanceof Error ? error.name : 'Error');

/** @param {unknown} error */
const traceOf = (error) => (error instanceof Error ? (error.stack ?? '') : '');

/** @param {unknown} error */
const messageOf = (error) =>
  error instanceof Error ? error.message : typeof error === 'string' ? error : inspect(error);

/** @param {string} name @param {string} message */
function headline(name, message) {
  return name && name !== 'Error'
    ? `${RED}${BOLD}${name}${PLAIN}: ${message}`
    : `${RED}${BOLD}${message}${PLAIN}`;
}

/** The place of the error, and the calls that led there. @param {Marked[]} places */
function excerpts([first, ...callers]) {
  if (!first) return [];
  return [excerpt(first), ...callers.flatMap((place) => ['called from', excerpt(place)])];
}

/** The marked line of a cell and those around it. @param {Marked} marked */
function excerpt({ cell, line, column, length }) {
  const lines = (cellNumbered(cell)?.code ?? '').split('\n');
  const out = [`In [${cell}], line ${line}:`];
  for (let at = Math.max(1, line - AROUND); at <= Math.min(lines.length, line + AROUND); at++) {
    const text = `${String(at).padStart(4)} ${lines[at - 1]}`;
    out.push(at === line ? `${RED}-->${PLAIN}${text}` : `   ${text}`);
    if (at === line && column) {
      out.push(`${' '.repeat(7 + column)}${RED}${'^'.repeat(Math.max(1, length ?? 1))}${PLAIN}`);
    }
  }
  return out.join('\n');
}

module.exports = { errorContent };
