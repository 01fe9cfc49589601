import { plainError } from '../kernel/plain-error';
import { turns } from './turns';
import { LEFT, verdict } from './verdict';

/**
 * Stands where the learner's own code belongs, in place of a value of any type: a cell with it runs,
 * and `yourTurn` says that it is open.
 * @example
 * ```ts
 * import { todo, yourTurn } from 'nnlab';
 * const pixels: number = todo; // write 28 * 28 here
 * yourTurn('2.1', pixels);
 * ```
 */
export const todo = LEFT as never;

/**
 * Says in words whether the learner's answer is right. A function is tried with some inputs. An
 * answer that depends on the run is held against `expected`, which the lesson has measured.
 * @example
 * ```ts
 * import { yourTurn } from 'nnlab';
 * yourTurn('2.1', 28 * 28);
 * ```
 */
export function yourTurn(id: string, answer: unknown, expected?: unknown): void {
  const turn = turns[id];
  if (!turn) throw new Error(`There is no turn ${id}; there are ${Object.keys(turns).join(', ')}.`);
  console.log(verdict(turn, id, answer, expected));
}

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
