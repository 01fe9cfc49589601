import { closeSync, openSync, readSync } from 'node:fs';

/** Also the longest line: no image of the course's kind needs a tenth of it. */
const PIECE = 1024 * 1024;
const NEWLINE = 10;

/**
 * The first `size` bytes of a file in pieces of whole lines, each line with its line end, the
 * last one too, so that a large file never stands in memory. A piece is good until the next.
 */
export function* wholeLines(path: string, size: number): Generator<Uint8Array, void> {
  const file = openSync(path, 'r');
  try {
    // One place more, for the line end that the last line may lack.
    const piece = new Uint8Array(PIECE + 1);
    let held = 0;
    for (let left = size; left > 0;) {
      const count = readSync(file, piece, held, Math.min(PIECE - held, left), null);
      if (count === 0) throw new Error('became shorter while it was read');
      left -= count;
      const filled = held + count;
      const end = piece.lastIndexOf(NEWLINE, filled - 1) + 1;
      if (end > 0) yield piece.subarray(0, end);
      else if (filled === PIECE) throw new Error(`has a line of ${PIECE} bytes or more`);
      piece.copyWithin(0, end, filled);
      held = filled - end;
    }
    piece[held] = NEWLINE;
    if (held > 0) yield piece.subarray(0, held + 1);
  } finally {
    closeSync(file);
  }
}
