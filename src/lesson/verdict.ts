import { sameContent } from '../platform';
import type { Turn } from './turns/turn';

/** What a place holds that nobody has filled yet. */
export const LEFT = Object.freeze({ toString: () => 'todo' });

/** What is said to an answer: the turn is open, not yet right, or right. */
export function verdict(turn: Turn, id: string, answer: unknown, expected: unknown): string {
  const tries = turn.calls ?? [[[], expected ?? turn.right] as const];
  for (const [inputs, wanted] of tries) {
    const call = turn.calls ? `with ${inputs.map(inWords).join(' and ')} ` : '';
    const given = outcome(answer, inputs);
    if (given instanceof Error) return `✗ Not yet: ${call}your code fails: ${given.message}`;
    if (given === LEFT)
      return `✎ Your turn ${id}: write your code in place of todo, then run this cell.`;
    if (!isClose(given, wanted)) {
      const why = inputs === tries[0]?.[0] ? reasonOf(turn, given) : undefined;
      return `✗ Not yet: ${call}your code gives ${inWords(given)}. ${why ?? turn.hint}`;
    }
  }
  return `✓ Right. ${turn.because}`;
}

/** Why learners come to this value; a function's mistakes are those of its first call. */
function reasonOf({ mistakes }: Turn, given: unknown): string | undefined {
  return mistakes?.find(([mistake]) => isClose(given, mistake))?.[1];
}

/** The learner's value, or what his function makes of the inputs; tensors become plain numbers. */
function outcome(answer: unknown, inputs: readonly unknown[]): unknown {
  if (typeof answer !== 'function') return plain(answer);
  try {
    // A copy, because some sort or reverse what they are given, and the same is asked again.
    const given = structuredClone(inputs);
    return plain((answer as (...inputs: readonly unknown[]) => unknown)(...given));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return [...(value as Float32Array)];
  const isTensor = typeof value === 'object' && value !== null && 'arraySync' in value;
  return isTensor ? (value as { arraySync(): unknown }).arraySync() : value;
}

/** Numbers may differ by what rounding leaves. */
function isClose(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return Object.is(one, other) || Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other));
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, i) => isClose(part, other[i]));
  }
  return sameContent(one, other);
}

function inWords(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (value === undefined) return 'nothing';
  return JSON.stringify(value, named).replace(/"<([^>]+)>"/g, '$1');
}

/** JSON would write null for some of these; the last digits of the others are what rounding leaves. */
function named(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && Number.isFinite(value)) return Number(value.toPrecision(12));
  const hasNoWord = value === undefined || typeof value === 'number';
  return hasNoWord ? `<${String(value)}>` : value;
}
