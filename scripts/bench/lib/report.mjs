import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';

/** @typedef {import('./row.mjs').Result} Result */

/** @param {readonly number[]} times */
export function best(times) {
  return Math.min(...times);
}

/** @param {readonly number[]} times */
export function median(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/**
 * Ours divided by theirs, and whether that is within the target.
 * @param {Result} result
 */
export function ratios({ ours, theirs, target }) {
  const ratio = {
    best: best(ours) / best(theirs),
    median: median(ours) / median(theirs),
  };
  const reached =
    ratio.best <= (target?.best ?? Infinity) &&
    ratio.median <= (target?.median ?? Infinity) &&
    median(ours) <= (target?.seconds ?? Infinity);
  return { ...ratio, reached };
}

/** @param {readonly Result[]} results */
export function printTable(results) {
  const rows = results.map((result) => {
    const { ours, theirs, target, unit } = result;
    const ratio = ratios(result);
    return {
      row: result.name,
      'ours best': amount(best(ours), unit),
      median: amount(median(ours), unit),
      'theirs best': amount(best(theirs), unit),
      'median ': amount(median(theirs), unit),
      'ratio best': ratio.best.toFixed(3),
      'ratio median': ratio.median.toFixed(3),
      target: target ? inWords(target) : '',
      reached: target ? (ratio.reached ? 'yes' : 'NO') : '',
    };
  });
  console.table(rows);
  for (const compares of new Set(results.map((result) => result.compares))) {
    const names = results.filter((result) => result.compares === compares).map(({ name }) => name);
    console.log(`${names.join('; ')}: ${compares}`);
  }
}

/** @param {NonNullable<Result['target']>} target */
function inWords({ best, median, seconds }) {
  return seconds === undefined ? `${best ?? '-'} / ${median ?? '-'}` : time(seconds);
}

/** @param {number} value @param {Result['unit']} unit */
function amount(value, unit) {
  return unit === 'MB' ? `${value.toFixed(0)} MB` : time(value);
}

/** @param {number} seconds */
function time(seconds) {
  return seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`;
}

/**
 * @param {readonly Result[]} results
 * @param {string} path
 */
export function writeJson(results, path) {
  const machine = {
    cpu: os.cpus()[0]?.model,
    cores: os.cpus().length,
    load: os.loadavg()[0],
    node: process.version,
  };
  const rows = results.map((result) => ({ ...result, ratio: ratios(result) }));
  mkdirSync('build', { recursive: true });
  writeFileSync(
    path,
    `${JSON.stringify({ date: new Date().toISOString(), machine, rows }, null, 2)}\n`,
  );
  console.log(`written to ${path}`);
}
