// The reader of CSV files of labels and pixels, held against a slow reader that knows its rules.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { imagesOfFrame, readCsvFrame } from 'nnlab';
import { readPixelCsv } from 'nnlab/dist/data/csv-read.js';
import { damage, oneOf } from './lib/mutations.mjs';

/** @typedef {import('./lib/target.mjs').Random} Random */

export const name = 'csv';

const CELLS = [
  ...['', ' ', '0', '9', '10', '255', '256', '-1', '-0', '+7', '+', '00', '007', '1e2', '12.0'],
  ...[' 12', '12 ', '\t3\t', '"12"', '" 12 "', '"1,2"', '"', '""', '"12', '1 2', '0x1', 'NaN'],
  ...[
    'null',
    'coat',
    '٣',
    '\u00a07',
    '\u200b7',
    '\ufeff7',
    '7\0',
    '4\u20285',
    '\r',
    '9'.repeat(30),
  ],
];
const LINE_ENDS = ['\n', '\r\n', '\r', '\n\n', '\r\n\r\n', ''];

/** @param {number} rows @param {number} side */
function table(rows, side) {
  const names = ['label', ...Array.from({ length: side * side }, (_, i) => `pixel${i + 1}`)];
  const lines = Array.from({ length: rows }, (_, row) =>
    names.map((_, column) => (column === 0 ? row % 10 : (row * 31 + column * 7) % 256)).join(','),
  );
  return [names.join(','), ...lines, ''].join('\n');
}

const texts = [
  table(3, 1),
  table(12, 2),
  table(40, 5),
  table(12, 2).replaceAll('\n', '\r\n'),
  `\ufeff${table(12, 2)}`,
  table(12, 2).replaceAll(/\b(\d+),/g, ' "$1" ,'),
  `${table(12, 2).trimEnd()}`,
  `${table(12, 2)}\n\r\n\n`,
];

// A file of several pieces, so that lines lie across their edges.
const long = table(1500, 14);

export function seeds() {
  return [...texts, long].map((text) => new Uint8Array(Buffer.from(text)));
}

/** @param {Random} random @param {Uint8Array} bytes */
export function mutate(random, bytes) {
  let changed = bytes;
  for (let count = random.upTo(2) + 1; count > 0; count--) {
    changed = random.upTo(3) === 0 ? damage(random, changed) : changeTable(random, changed);
  }
  return changed;
}

/** Changes a cell, a line or a line end. @param {Random} random @param {Uint8Array} bytes */
function changeTable(random, bytes) {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const at = random.upTo(lines.length - 1);
  const line = lines[at] ?? '';
  const ways = [
    () => (lines[at] = withCell(random, line)),
    () => (lines[at] = withCell(random, line)),
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, oneOf(random, ['', '\r', ' ', ',', line, lines[0] ?? ''])),
    () => (lines[at] = `${line}${oneOf(random, LINE_ENDS)}${lines.splice(at + 1, 1)[0] ?? ''}`),
    () => (lines[at] = line.split(',').reverse().join(',')),
  ];
  oneOf(random, ways)();
  return new Uint8Array(Buffer.from(lines.join('\n')));
}

/** @param {Random} random @param {string} line */
function withCell(random, line) {
  const cells = line.split(',');
  const at = random.upTo(cells.length - 1);
  const odd = oneOf(random, CELLS);
  if (random.upTo(3) > 0) cells[at] = odd;
  else cells.splice(at, random.upTo(1), ...Array.from({ length: random.upTo(2) }, () => odd));
  return cells.join(',');
}

const path = join(mkdtempSync(join(tmpdir(), 'fuzz-csv-')), 'table.csv');

/** Both ways to read a file must agree with each other and with the rules.
 * @param {Uint8Array} bytes */
export async function judge(bytes) {
  // Polars gives a frame's memory back in a turn of its own.
  await nextTurn();
  writeFileSync(path, bytes);
  const right = byTheRules(Buffer.from(bytes).toString('utf8'));
  const read = rowsOrSentence(() => readPixelCsv(path));
  const framed = rowsOrSentence(() => imagesOfFrame(readCsvFrame(path)));
  if (right === undefined) {
    if (read !== undefined) throw new Error('a wrong file is read');
    if (framed !== undefined) throw new Error('a frame of a wrong file gives images');
    return 'refused';
  }
  if (read !== right) throw new Error('other rows than the file holds');
  if (framed !== right) throw new Error('other rows in the frame than the file holds');
  return 'read';
}

/** @param {() => import('nnlab').LabelledImages} read */
function rowsOrSentence(read) {
  try {
    const { images, labels } = read();
    const size = images.shape[1] * images.shape[2];
    const rows = Array.from(labels, (label, row) => [
      label,
      ...images.data.subarray(row * size, (row + 1) * size),
    ]);
    return rows.join('\n');
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    // eslint-disable-next-line no-control-regex -- a control character would spoil the cell's output
    const isSentence = /^(\S+table\.csv |has |Label )[^\x00-\x1f\u2028]{4,250}$/.test(message);
    if (!isSentence) throw new Error(`it is refused with: ${message}`);
    return undefined;
  }
}

/** The rows of a file, by its rules in their plainest form. @param {string} text */
function byTheRules(text) {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  const [first = '', ...lines] = whole.replace(/^\ufeff/, '').split(/\r?\n/);
  while (lines.at(-1) === '') lines.pop();
  const names = first.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const isHeader = names.every((cell, i) => cell === (i === 0 ? 'label' : `pixel${i}`));
  if (!isHeader || names.length < 2 || !Number.isInteger(Math.sqrt(names.length - 1))) return;
  if (lines.length === 0) return;
  const rows = lines.map((line) => line.split(',').map(numberIn));
  const isRight = rows.every(
    (row) => row.length === names.length && row.every((n) => n <= 255) && Number(row[0]) <= 9,
  );
  return isRight ? rows.join('\n') : undefined;
}

/** @param {string} cell */
function numberIn(cell) {
  const match = /^[ \t]*(?:\+?([0-9]+)|"[ \t]*\+?([0-9]+)[ \t]*")[ \t]*$/.exec(cell);
  return Number(match?.[1] ?? match?.[2] ?? NaN);
}
