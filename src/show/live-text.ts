import { type Bundle, inNotebook } from '../kernel/kernel';
import { throttled } from '../kernel/throttled';
import { escapeHtml } from './escape-html';

/** Lines of text in the cell's output, one below the other, that can be rewritten in place. */
export interface LiveText {
  /** Shows the lines soon: at most ten times a second, and always the last ones. */
  update(lines: readonly string[]): void;
  /** Shows the lines at once; they do not change after that. */
  finish(lines: readonly string[]): void;
}

const INTERVAL = 100;

/** How wide a letter of the notebook's typewriter face is, in sizes of the face. */
const LETTER = 0.61;

/** A block of lines below the cell that runs now; outside a notebook it shows nothing. */
export function liveText(): LiveText {
  if (!inNotebook()) return { update: () => undefined, finish: () => undefined };
  return throttled(() => INTERVAL, textBundle);
}

/** As HTML the lines never wrap: where the place is narrow, as on a phone, letters are smaller. */
function textBundle(lines: readonly string[]): Bundle {
  const text = lines.join('\n');
  const widest = Math.max(1, ...lines.map((line) => line.length));
  const size = `min(1em, ${(100 / (widest * LETTER)).toFixed(2)}cqw)`;
  const html =
    `<div style="container-type: inline-size"><pre style="white-space: pre; font-size: ${size}">` +
    `${escapeHtml(text)}</pre></div>`;
  return { data: { 'text/plain': text, 'text/html': html }, metadata: {} };
}
