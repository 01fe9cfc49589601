import { textOf } from '../files/bytes';

const [TAB, SPACE, QUOTE, PLUS, ZERO] = [9, 32, 34, 43, 48];
const LONGEST_TEXT = 20;

/** What `valueIn` gives where there is no value from 0 to 255. */
export const NO_VALUE = -1;

/** A whole number from 0 to 255, perhaps with blanks or quotes round it or a plus before it. */
export function valueIn(bytes: Uint8Array, start: number, end: number): number {
  let [from, to] = withoutBlanks(bytes, start, end);
  if (to - from >= 2 && bytes[from] === QUOTE && bytes[to - 1] === QUOTE) {
    [from, to] = withoutBlanks(bytes, from + 1, to - 1);
  }
  if (bytes[from] === PLUS) from++;
  if (from >= to) return NO_VALUE;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return NO_VALUE;
    value = value * 10 + digit;
    if (value > 255) return NO_VALUE;
  }
  return value;
}

function withoutBlanks(bytes: Uint8Array, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from < to && (bytes[from] === SPACE || bytes[from] === TAB)) from++;
  while (to > from && (bytes[to - 1] === SPACE || bytes[to - 1] === TAB)) to--;
  return [from, to];
}

/** The beginning of what stands in a cell, fit for one line of an error. */
export function textIn(bytes: Uint8Array, start: number, end: number): string {
  const beginning = bytes.subarray(start, Math.min(end, start + 4 * LONGEST_TEXT));
  return shortened(textOf(beginning));
}

/** The beginning of a text without anything that breaks or hides a line. */
export function shortened(text: string): string {
  const line = text
    .replace(/^[ \t]+|[ \t]+$/g, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return [...line].slice(0, LONGEST_TEXT).join('');
}
