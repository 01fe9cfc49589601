/** What the learner is asked to write, and what is said to the answer. */
export interface Turn {
  /** The right value; left out where the lesson measures it. */
  readonly right?: unknown;
  /** For a function: inputs and what must come out of each; its mistakes are those of the first. */
  readonly calls?: readonly (readonly [inputs: readonly unknown[], right: unknown])[];
  /** Values that learners really come to, each with what went wrong. */
  readonly mistakes?: readonly (readonly [value: unknown, why: string])[];
  /** For any other answer. */
  readonly hint: string;
  /** What there is to see in the right answer. */
  readonly because: string;
}

/** The turns of a lesson, by its number and theirs: `2.1`. */
export type Turns = Readonly<Record<string, Turn>>;
