import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { classPython, gradingKernels, writeGradingKernel } from '../../scripts/setup/class.mjs';
import { pythonEnv, root } from '../../scripts/setup/project.mjs';
import { allLessons, gapsOf } from '../notebooks/read';
import { unusualAnswers, wrongAnswers, type Answer } from './answers';

// Each answer is run with its check in one kernel of the grader's, on the sample and with few epochs.

interface Tried extends Answer {
  readonly cell: string | null;
  readonly check: string | null;
}

let tried: Tried[];

beforeAll(async () => {
  const python = await classPython();
  writeGradingKernel();
  const asked = [...wrongAnswers, ...unusualAnswers].map(
    ({ gap, what, code, checks = gap, last = false }) => ({
      gap,
      what,
      code,
      checks,
      last,
    }),
  );
  const env = {
    ...pythonEnv(),
    JUPYTER_PATH: gradingKernels,
    NNLAB_DATA: 'sample',
    NNLAB_QUICK: '1',
  };
  const run = promisify(execFile)(python, [join(root, 'test/classroom/checks.py')], {
    env,
    maxBuffer: 1e8,
  });
  run.child.stdin?.end(JSON.stringify(asked));
  tried = JSON.parse((await run).stdout) as Tried[];
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
