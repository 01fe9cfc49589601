import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { todo, yourTurn } from '../../src/lesson/turn';
import { turns } from '../../src/lesson/turns';
import type { Turn } from '../../src/lesson/turns/turn';

const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
afterEach(() => log.mockClear());

/** What the learner reads. */
function said(id: string, answer: unknown, expected?: unknown): string {
  log.mockClear();
  yourTurn(id, answer, expected);
  return log.mock.calls.flat().join('\n');
}

const OPEN = '✎ Your turn 2.1: write your code in place of todo, then run this cell.';

test('a turn that nobody has taken prints one calm line', () => {
  expect(said('2.1', todo)).toBe(OPEN);
  expect(said('2.4', () => todo)).toBe(OPEN.replace('2.1', '2.4'));
});

test('todo may stand for a value of any type', () => {
  const numbers: readonly number[] = todo;
  const text = (): string => todo;
  expect(said('2.1', numbers)).toBe(OPEN);
  expect(said('2.1', text)).toBe(OPEN);
});

test('a right value is confirmed, with what there is to see in it', () => {
  expect(said('2.1', 784)).toBe('✓ Right. With the label that makes the 785 columns of the table.');
});

test('a known mistake is explained, any other gets the hint', () => {
  expect(said('2.1', 785)).toBe(
    '✗ Not yet: your code gives 785. One of the 785 columns is the label and no pixel.',
  );
  expect(said('2.1', 7)).toMatch(/gives 7\. A picture has 28 rows/);
  expect(said('2.1', undefined)).toMatch(/gives nothing/);
});

test('a function is tried with several inputs, and told which one went wrong', () => {
  const nearest = (rows: number, size: number): number => Math.round(rows / size);
  expect(said('2.5', (rows: number, size: number) => Math.ceil(rows / size))).toMatch(/^✓ Right/);
  expect(said('2.5', nearest)).toMatch(/with 65 and 32 your code gives 2\./);
});

test('an answer is told without what rounding leaves', () => {
  expect(said('2.1', 0.1 + 0.2)).toMatch(/gives 0\.3\. /);
  expect(said('2.1', [1 / 3, 5])).toMatch(/gives \[0\.333333333333,5\]\. /);
});

test('code that changes what it is given is asked the same the next time', () => {
  const reversed = (picture: number[][]): number[][] => picture.map((row) => row.reverse());
  expect(said('7.2', reversed)).toMatch(/^✓ Right/);
  expect(said('7.2', reversed)).toMatch(/^✓ Right/);
});

test('code that fails is no end of the lesson', () => {
  const fails = (): number => {
    throw new Error('x is not there');
  };
  expect(said('2.5', fails)).toMatch(
    /^✗ Not yet: with 54000 and 32 your code fails: x is not there/,
  );
});

test('what depends on the run is held against what the lesson has measured', () => {
  expect(said('2.8', 0.88, 0.88)).toMatch(/^✓ Right/);
  expect(said('2.8', 0.87, 0.88)).toMatch(/^✗ Not yet: your code gives 0.87/);
});

test('numbers may differ by a rounding, and tensors count as their numbers', () => {
  const nearly = (grey: number): number => Math.fround(grey / 255);
  const tensor = (grey: number): object => ({ arraySync: () => grey / 255 });
  expect(said('2.3', nearly)).toMatch(/^✓ Right/);
  expect(said('2.3', tensor)).toMatch(/^✓ Right/);
});

test('a number that is none is named, and so is a place that holds nothing', () => {
  expect(said('2.1', [NaN, -Infinity, undefined])).toMatch(/gives \[NaN,-Infinity,undefined\]\. /);
  expect(said('2.1', NaN)).toMatch(/gives NaN\. /);
});

test('a turn that does not exist is an error that names those that do', () => {
  expect(() => yourTurn('2.99', 1)).toThrow(/no turn 2\.99; there are .*\b2\.1, /);
});

/** An answer to every question that a turn asks: for a function, one that knows what must come out. */
function rightAnswer({ right, calls }: Turn): unknown {
  if (!calls) return right;
  return (...inputs: readonly unknown[]) =>
    calls.find(([asked]) => isDeepStrictEqual(asked, inputs))?.[1];
}

describe.each(Object.entries(turns))('turn %s', (id, turn) => {
  const measured = turn.right === undefined && !turn.calls ? 0.875 : undefined;

  test('confirms the right answer', () => {
    expect(said(id, rightAnswer(turn) ?? measured, measured)).toBe(`✓ Right. ${turn.because}`);
  });

  test('gives its hint to an answer that nobody expects', () => {
    const words = said(id, turn.calls ? () => 'nonsense' : 'nonsense', measured);
    expect(words).toBe(`✗ Not yet: ${withInputs(turn)}your code gives "nonsense". ${turn.hint}`);
  });

  test('explains its mistakes, and they are mistakes', () => {
    if (!measured) expect(turn.mistakes?.length).toBeGreaterThan(0);
    for (const [value, why] of turn.mistakes ?? []) {
      const words = said(id, turn.calls ? () => value : value, measured);
      expect(words).toMatch(/^✗ Not yet/);
      expect(words.endsWith(`. ${why}`)).toBe(true);
    }
  });
});

/** How the sentence names the inputs of the first call. */
function withInputs({ calls }: Turn): string {
  const [inputs] = calls?.[0] ?? [];
  return inputs ? `with ${inputs.map(rounded).join(' and ')} ` : '';
}

function rounded(input: unknown): string {
  return JSON.stringify(input, (_, part: unknown) =>
    typeof part === 'number' ? Number(part.toPrecision(12)) : part,
  );
}
