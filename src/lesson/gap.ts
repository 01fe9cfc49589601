import { plainError } from '../kernel/plain-error';

/**
 * Stands in an assignment where the learner's own code belongs, in place of any value:
 * `const rows: Examples = gap('the training rows', 'Instruction 1');`
 * A run of all cells ends here, with one sentence that says what belongs here and what helps.
 * @example
 * ```ts
 * import { gap } from 'nnlab';
 * try {
 *   gap('the training rows', 'Instruction 1');
 * } catch (error) {
 *   console.log((error as Error).message);
 * }
 * ```
 */
export function gap(missing: string, help: string): never {
  throw plainError(gapSentence(missing, help));
}

/** What is shown where a run ends at a gap; `scripts/execute.py` knows it by its first words. */
export function gapSentence(missing: string, help: string): string {
  return (
    `Your turn. Missing here: ${missing}. Write your code in place of gap(…), then go on from ` +
    `this cell. If you are stuck, see ${help}.`
  );
}
