import { type Bundle, inNotebook } from './kernel';
import { throttled } from './throttled';

/** One line of text in the cell's output that can be rewritten in place. */
export interface LiveLine {
  /** Shows the text soon: at most five times a second, and always the last one. */
  update(text: string): void;
  /** Writes the final text; the line does not change after that. */
  finish(text: string): void;
}

const LINE_INTERVAL = 200;

/**
 * A progress line below the cell that runs now; outside a notebook it prints its final text.
 * @example
 * ```ts
 * import { liveLine } from 'nnlab';
 * const line = liveLine();
 * line.update('half of it');
 * line.finish('all of it');
 * ```
 */
export function liveLine(): LiveLine {
  if (!inNotebook()) return { update: () => undefined, finish: (text) => console.log(text) };
  return throttled(
    () => LINE_INTERVAL,
    (text: string): Bundle => {
      return { data: { 'text/plain': text }, metadata: {} };
    },
  );
}
