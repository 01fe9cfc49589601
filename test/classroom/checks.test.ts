import { beforeAll, describe, expect, test } from 'vitest';
import { allLessons, gapsOf } from '../notebooks/read';
import { unusualAnswers, wrongAnswers, type Answer } from './answers';
import { withGradersKernel } from './grader';

// Each answer is run with its check in one kernel of the grader's, on the sample and with few epochs.

interface Tried extends Answer {
  readonly cell: string | null;
  readonly check: string | null;
}

let tried: Tried[];

beforeAll(async () => {
  const asked = [...wrongAnswers, ...unusualAnswers].map(
    ({ gap, what, code, checks = gap, last = false }) => ({
      gap,
      what,
      code,
      checks,
      last,
    }),
  );
  tried = await withGradersKernel<Tried[]>('checks.py', [], JSON.stringify(asked));
}, 600_000);

const resultOf = ({ gap, what }: Answer) =>
  tried.find((one) => one.gap === gap && one.what === what);

const titled = (answers: readonly Answer[]) =>
  answers.map((answer) => [`${answer.gap}: ${answer.what}`, answer] as const);

test('every gap has wrong answers', () => {
  const gaps = allLessons()
    .flatMap(gapsOf)
    .flatMap(({ cell }) => cell.tags);
  const names = gaps.filter((tag) => tag.startsWith('gap:')).map((tag) => tag.slice(4));
  expect(new Set(wrongAnswers.map(({ gap }) => gap))).toEqual(new Set(names));
});

describe('a wrong answer is found by its check, which says what is wrong:', () => {
  test.each(titled(wrongAnswers))('%s', (_, answer) => {
    const result = resultOf(answer);
    expect(result?.cell).toBeNull();
    expect(result?.check).toMatch(answer.said ?? /./);
  });
});

describe('a right answer passes, however it is written:', () => {
  test.each(titled(unusualAnswers))('%s', (_, answer) => {
    expect(resultOf(answer)).toMatchObject({ cell: null, check: null });
  });
});
