// Fault: V8 clears away when JavaScript's own values fill its memory; pixels, frames and TensorFlow's graphs lie outside
// of it, and in a lesson 100 MB come together that nothing reaches. Mended: what has grown is cleared away after a cell.
'use strict';

// It takes 0.13 s, and with this growth five moments of a lesson.
const GROWN = 40 * 2 ** 20;

/** @type {number | undefined} what the process took when it had last been cleared away, or after its first cell */
let taken;

/** Does nothing where Node was started without `--expose-gc`. */
function clearAwayGrown() {
  const { gc } = globalThis;
  taken ??= process.memoryUsage.rss();
  if (!gc || process.memoryUsage.rss() - taken < GROWN) return;
  gc();
  taken = process.memoryUsage.rss();
}

module.exports = { clearAwayGrown };
