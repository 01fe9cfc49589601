import { NO_VALUE, textIn, valueIn } from './csv-cell';
import type { Cell } from './frame';

const [NEWLINE, RETURN, COMMA, ZERO] = [10, 13, 44, 48];

/**
 * Turns the lines of a pixel table into labels and flat rows of pixels, checking as it reads.
 * Each row costs the same whether it is right or wrong.
 */
export class PixelRows {
  #labels: Uint8Array;
  #pixels: Uint8Array;
  #row = 0;
  #hasBlankLine = false;
  /** Where the cell that was read last ends: at its comma or line end. */
  #end = 0;

  /**
   * `size` is how many bytes will come at most. `onBad` takes note of a cell without a value; if
   * it only throws, `mostGaps` is 0.
   */
  constructor(
    private readonly names: readonly string[],
    { size, mostGaps }: { readonly size: number; readonly mostGaps: number },
    private readonly onBad: (cell: Cell, text: () => string) => void,
  ) {
    // A value and its comma are two bytes at least; a cell without a value may be one.
    const most = Math.floor((size + mostGaps) / (2 * names.length)) + 2;
    this.#labels = new Uint8Array(most);
    this.#pixels = new Uint8Array(most * (names.length - 1));
  }

  /** Reads whole lines, each of them with its line end. */
  add(lines: Uint8Array): void {
    for (let at = 0; at < lines.length; at = this.#end + 1) {
      if (isBlank(lines, at)) {
        this.#hasBlankLine = true;
        this.#end = lines.indexOf(NEWLINE, at);
      } else {
        if (this.#hasBlankLine) throw this.#tooShort(0);
        this.#readRow(lines, at);
      }
    }
  }

  /** All rows read. */
  finished(): { labels: Uint8Array; pixels: Uint8Array } {
    if (this.#row === 0) throw new Error('has no rows below its header');
    const labels = this.#labels.subarray(0, this.#row);
    return { labels, pixels: this.#pixels.subarray(0, this.#row * (this.names.length - 1)) };
  }

  #readRow(lines: Uint8Array, start: number): void {
    const pixels = this.#pixels;
    const last = this.names.length - 1;
    const first = this.#row * last - 1;
    let at = start;
    for (let column = 0; column <= last; column++) {
      let value = 0;
      let end = at;
      let digit = (lines[end] as number) - ZERO;
      while (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digit = (lines[++end] as number) - ZERO;
      }
      const after = column === last ? NEWLINE : COMMA;
      if (end === at || value > 255 || lines[end] !== after) {
        value = this.#oddCell(lines, at, column);
        end = this.#end;
      }
      if (column === 0) this.#labels[this.#row] = value;
      else pixels[first + column] = value;
      at = end + 1;
    }
    this.#end = at - 1;
    this.#row++;
  }

  /** A cell that is more than digits and a comma: dressed up, the last of its line, or wrong. */
  #oddCell(lines: Uint8Array, start: number, column: number): number {
    let end = start;
    while (lines[end] !== COMMA && lines[end] !== NEWLINE) end++;
    this.#end = end;
    const isLast = lines[end] === NEWLINE;
    const textEnd = isLast && end > start && lines[end - 1] === RETURN ? end - 1 : end;
    const value = valueIn(lines, start, textEnd);
    if (value === NO_VALUE) {
      const cell = { row: this.#row, column, name: this.names[column] ?? '' };
      this.onBad(cell, () => textIn(lines, start, textEnd));
    }
    if (isLast && column < this.names.length - 1) throw this.#tooShort(column + 1);
    if (!isLast && column === this.names.length - 1) throw this.#tooLong();
    return value === NO_VALUE ? 0 : value;
  }

  #tooShort(count: number): Error {
    const place = `row ${this.#row}, column ${this.names[count]} (line ${lineOf(this.#row)})`;
    const line = count === 0 ? 'is empty' : `has ${count} of ${this.names.length} values`;
    return new Error(`has no value in ${place}: the line ${line}`);
  }

  #tooLong(): Error {
    const line = lineOf(this.#row);
    return new Error(
      `has more than ${this.names.length} values in row ${this.#row} (line ${line})`,
    );
  }
}

/** Rows count from 0 below the header, lines from 1 as an editor counts them. */
export function lineOf(row: number): number {
  return row + 2;
}

function isBlank(lines: Uint8Array, at: number): boolean {
  return lines[at] === NEWLINE || (lines[at] === RETURN && lines[at + 1] === NEWLINE);
}
