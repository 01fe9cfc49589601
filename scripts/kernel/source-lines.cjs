// Finds the learner's own line that a line of the compiled cell comes from.
'use strict';
const { SourceMap } = require('node:module');
const { cellNumbered } = require('./run.cjs');

/** @typedef {{ toScript?: string, toCommonJs?: string, lines?: number }} Maps of tslab's two steps, as JSON, and the compiled lines */
/** @typedef {{ cell: number, line: number, column: number }} Place counted from 1 */

/** Names a cell in the traces of V8, which takes no spaces. @param {number} cell */
const nameOf = (cell) => `In[${cell}]`;

/** tslab puts one line of its own before the learner's. */
const LINES_BEFORE = 1;

/** The places in cells that a trace names, innermost first. @param {string} trace @returns {Place[]} */
function placesIn(trace) {
  /** @type {Place[]} */
  const places = [];
  for (const [, cell, line, column] of trace.matchAll(/In\[(\d+)\]:(\d+):(\d+)/g)) {
    const place = sourceOf({ cell: Number(cell), line: Number(line), column: Number(column) });
    const last = places.at(-1);
    if (place && !(last?.cell === place.cell && last.line === place.line)) places.push(place);
  }
  return places;
}

/** @param {Place} compiled @returns {Place | undefined} */
function sourceOf({ cell, line, column }) {
  const maps = cellNumbered(cell)?.maps;
  // Below the learner's lines, tslab calls them.
  if (line > (maps?.lines ?? 0)) return undefined;
  const inScript = origin(maps?.toCommonJs, line - 1, column - 1);
  const inCell = inScript && origin(maps?.toScript, inScript.line, inScript.column);
  if (!inCell || inCell.line < LINES_BEFORE) return undefined;
  return { cell, line: inCell.line - LINES_BEFORE + 1, column: inCell.column + 1 };
}

/** @param {string | undefined} map @param {number} line @param {number} column */
function origin(map, line, column) {
  if (!map) return undefined;
  const entry = new SourceMap(JSON.parse(map)).findEntry(line, column);
  return 'originalLine' in entry
    ? { line: entry.originalLine, column: entry.originalColumn }
    : undefined;
}

module.exports = { nameOf, placesIn };
