import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { gap, gapSentence } from '../../src/lesson/turn';

const SENTENCE =
  'Your turn. Missing here: the deeper network. Write your code in place of gap(…), then go on ' +
  'from this cell. If you are stuck, see Instruction 2.';

function thrown(): unknown {
  try {
    return gap('the deeper network', 'Instruction 2');
  } catch (error) {
    return error;
  }
}

test('a gap ends the cell and says what belongs there and what helps', () => {
  expect(() => gap('the deeper network', 'Instruction 2')).toThrow(SENTENCE);
  expect(gapSentence('the deeper network', 'Instruction 2')).toBe(SENTENCE);
});

test('a learner sees this one sentence, without a trace of the library', () => {
  expect(inspect(thrown())).toBe(SENTENCE);
  expect((thrown() as Error).stack).toBe(SENTENCE);
});

test('a gap may stand where any value is wanted', () => {
  const rows = (): readonly number[] => gap('the training rows', 'Instruction 1');
  expect(rows).toThrow('the training rows');
});

test('whoever executes lessons knows a gap by its first words', () => {
  const script = readFileSync(join(__dirname, '../../scripts/execute.py'), 'utf8');
  const known = /^GAP = "(.+)"$/m.exec(script)?.[1];
  expect(known).toBeDefined();
  expect(SENTENCE.startsWith(known ?? '?')).toBe(true);
});
