// The checks of a lesson's numbers stand out of its sight, in notebooks/checks/NAME.ts: first what they import,
// then `// cell ID` with the lines that run after that cell. The tests, the browser and a grader run them, and with
// them the solutions of the learner's turns.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { turnsTaken } from './turns.mjs';

/**
 * @typedef {object} Cell
 * @property {string} cell_type
 * @property {string} id
 * @property {string | readonly string[]} source
 * @property {{ readonly tags?: readonly string[] }} metadata
 */
/** @typedef {{ readonly cells: readonly Cell[] }} Notebook */

/** The tag of the cells that are put in; scripts/execute.py takes them out again. */
const CHECK = 'check';
const MARK = /^\/\/ cell (\S+)$/;

/** @param {string} lesson */
export function checksFile(lesson) {
  return fileURLToPath(new URL(`../notebooks/checks/${lesson}.ts`, import.meta.url));
}

/**
 * What a lesson's checks import, and the lines that belong after each cell, by its id.
 * @param {string} lesson
 * @returns {{ imports: string, after: Map<string, string> }}
 */
export function checksOf(lesson) {
  const file = checksFile(lesson);
  return readChecks(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

/** @param {string} text */
export function readChecks(text) {
  /** @type {string[]} */
  const imports = [];
  /** @type {Map<string, string[]>} */
  const after = new Map();
  let part = imports;
  for (const line of text.split('\n')) {
    const id = MARK.exec(line)?.[1];
    if (id === undefined) part.push(line);
    else if (after.has(id)) throw new Error(`cell ${id} has two places among the checks.`);
    else after.set(id, (part = []));
  }
  const joined = [...after].map(([id, lines]) => /** @type {const} */ ([id, textOf(lines)]));
  return { imports: textOf(imports), after: new Map(joined) };
}

/** @param {readonly string[]} lines */
const textOf = (lines) => lines.join('\n').trim();

/**
 * The notebook with a cell of checks after each cell that has some. Their names stay their own.
 * @template {Notebook} T
 * @param {T} notebook
 * @param {string} lesson
 * @returns {T}
 */
export function withChecks(notebook, lesson) {
  const { imports, after } = checksOf(lesson);
  const taken = turnsTaken(notebook);
  const cells = notebook.cells.flatMap((cell) => {
    const lines = after.get(cell.id) ?? taken.get(cell.id);
    return lines === undefined ? [cell] : [cell, checkCell(`check-${cell.id}`, `{\n${lines}\n}`)];
  });
  const first = imports ? [checkCell(`check-imports-${lesson}`, imports)] : [];
  return { ...notebook, cells: [...first, ...cells] };
}

/** @param {string} id @param {string} source */
function checkCell(id, source) {
  const metadata = { tags: [CHECK] };
  return { cell_type: 'code', id, source, metadata, outputs: [], execution_count: null };
}
