import { inspect } from 'node:util';

/**
 * Stands in an assignment where the learner's own code belongs, in place of any value:
 * `const rows: Examples = gap('the training rows', 'Instruction 1');`
 * A run of all cells ends here, with one sentence that says what belongs here and what helps.
 */
export function gap(missing: string, help: string): never {
  const sentence = gapSentence(missing, help);
  const error = new Error(sentence);
  error.stack = sentence;
  // tslab prints the error as Node shows it; where in nnlab this line stands helps nobody.
  throw Object.defineProperty(error, inspect.custom, { value: () => sentence });
}

/** What is shown where a run ends at a gap; `scripts/execute.py` knows it by its first words. */
export function gapSentence(missing: string, help: string): string {
  return (
    `Your turn. Missing here: ${missing}. Write your code in place of gap(…), then go on from ` +
    `this cell. If you are stuck, see ${help}.`
  );
}
