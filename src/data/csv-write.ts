import { utf8 } from '../files/bytes';
import { replaceFileSync } from '../platform';
import type { LabelledImages } from './dataset';
import { pixelColumns } from './csv-header';
import { at } from '../checks/at';
import { lastingPixels } from './until-asked';

const COMMA = 44;
const NEWLINE = 10;
const DIGIT_ZERO = 48;
const ROWS_AT_ONCE = 1000;

/** Writes a CSV file with one row for each image: its label, then its grey values. */
export function writePixelCsv(path: string, { images, labels }: LabelledImages): void {
  const [, rows, columns] = images.shape;
  const pixels = lastingPixels(images);
  const truths = labels.slice();
  replaceFileSync(path, () => linesOf(pixels(), truths, rows * columns));
}

function* linesOf(pixels: Uint8Array, labels: Uint8Array, size: number): Iterable<Uint8Array> {
  yield utf8(`${pixelColumns(size).join(',')}\n`);
  const lines = new Uint8Array(ROWS_AT_ONCE * (size + 1) * 4);
  for (let row = 0; row < labels.length; row += ROWS_AT_ONCE) {
    let end = 0;
    for (let i = row; i < Math.min(row + ROWS_AT_ONCE, labels.length); i++) {
      end = putNumber(lines, end, at(labels, i), COMMA);
      end = putPixels(lines, end, pixels.subarray(i * size, (i + 1) * size));
    }
    yield lines.subarray(0, end);
  }
}

function putPixels(lines: Uint8Array, start: number, pixels: Uint8Array): number {
  let end = start;
  for (let i = 0; i < pixels.length; i++) end = putNumber(lines, end, pixels[i] ?? 0, COMMA);
  lines[end - 1] = NEWLINE;
  return end;
}

function putNumber(lines: Uint8Array, start: number, value: number, after: number): number {
  let end = start;
  if (value >= 100) lines[end++] = DIGIT_ZERO + Math.floor(value / 100);
  if (value >= 10) lines[end++] = DIGIT_ZERO + (Math.floor(value / 10) % 10);
  lines[end++] = DIGIT_ZERO + (value % 10);
  lines[end++] = after;
  return end;
}
