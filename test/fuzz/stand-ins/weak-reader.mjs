// A reader that breaks in every way: one byte says how. For the tests of the fuzzing itself.
import { Buffer } from 'node:buffer';
import process from 'node:process';
export const name = 'weak-reader';

export const seeds = () => [Uint8Array.of(0)];

/** @param {import('../../../scripts/fuzz/lib/target.mjs').Random} random */
export function mutate(random) {
  return Uint8Array.of(random.upTo(99));
}

/** @param {Uint8Array} bytes */
export function judge([kind = 0]) {
  if (kind === 0) return 'read';
  if (kind === 1) throw new Error('other data than the bytes hold');
  if (kind === 2) process.kill(process.pid, 'SIGSEGV');
  if (kind === 3) for (;;);
  if (kind === 4) Buffer.alloc(1.2e9, 1);
  return 'refused';
}
