// Where it is the learner's turn, the checks take it: the solution that stands below a turn runs after it.

/** @typedef {import('./checks.mjs').Notebook} Notebook */

const CALL = /^yourTurn\('([\d.]+)', [^]*\);$/m;

/**
 * The code of each solution with the call that judges it, by the id of the turn's cell.
 * @param {Notebook} notebook
 * @returns {Map<string, string>}
 */
export function turnsTaken({ cells }) {
  const taken = cells.flatMap((cell, at) => {
    if (!cell.metadata.tags?.includes('turn')) return [];
    const solution = solutionIn(textOf(cells[at + 1]));
    const call = CALL.exec(textOf(cell))?.[0] ?? '';
    return [/** @type {const} */ ([cell.id, `${solution}\n${call}`])];
  });
  return new Map(taken);
}

/**
 * The code that a solution in words folds away.
 * @param {string} words
 */
export function solutionIn(words) {
  return /```ts\n([^]*?)\n```/.exec(words)?.[1];
}

/**
 * The number of the turn that a cell judges.
 * @param {string} code
 */
export function turnIn(code) {
  return CALL.exec(code)?.[1] ?? '';
}

/** @param {Notebook['cells'][number] | undefined} cell */
const textOf = (cell) => [cell?.source ?? ''].flat().join('');
