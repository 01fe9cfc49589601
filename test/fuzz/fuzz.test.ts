import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { keepInput, runTarget } from '../../scripts/fuzz/lib/run.mjs';
import { targetNames } from '../../scripts/fuzz/lib/target.mjs';

type Result = Awaited<ReturnType<typeof runTarget>>;

/** The short form of `npm run fuzz`, which draws other cases in every run; a test does not fail by chance. */
const SEED = 2026;
/** What takes about four seconds on a quiet machine; a busy one tries the same cases, for longer. */
const CASES: Readonly<Record<string, number>> = { idx: 4000, zip: 4000, csv: 400, keras: 80 };

const work = (target: string, seed: number, last = CASES[target]) => ({
  target,
  seed,
  first: -1,
  last: last ?? 400,
  end: Date.now() + 100_000,
  patience: 20_000,
});

test.each(targetNames())(
  'broken input is read right or refused: %s',
  async (target) => {
    const { read, refused, findings } = await runTarget(work(target, SEED));
    expect(findings).toEqual([]);
    expect(read).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  },
  120_000,
);

describe('of a reader that is weak', () => {
  const target = pathToFileURL(join(__dirname, 'stand-ins', 'weak-reader.mjs')).href;
  const kinds = { ...work(target, 2), last: 200, end: Date.now() + 60_000, patience: 4000 };
  let result: Result;
  beforeAll(async () => {
    result = await runTarget(kinds);
  });

  test.each([
    ['wrong data', /^other data than the bytes hold$/],
    ['a crash', /^the process ended with SIGSEGV/],
    ['a hang', /^the reader is at work after 4 s$/],
    ['memory out of all proportion', /^the reader took \d+ MB of memory$/],
  ])('%s is found, and the rest of the cases still judged', (_, wrong) => {
    expect(result.findings.map((finding) => finding.wrong)).toContainEqual(
      expect.stringMatching(wrong),
    );
    expect(result.refused).toBeGreaterThan(50);
  });

  test('what was found is kept, byte for byte', async () => {
    const crash = result.findings.find(({ wrong }) => wrong.includes('SIGSEGV'));
    const file = await keepInput(kinds, crash?.case ?? NaN);
    expect([...readFileSync(file)]).toEqual([2]);
  });
});
