import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { plainError } from '../../src/kernel/plain-error';

test('a plain error shows one sentence, without brackets or a trace of the library', () => {
  const error = plainError('Training stopped after epoch 2 of 5.');
  expect(error).toBeInstanceOf(Error);
  expect(error.message).toBe('Training stopped after epoch 2 of 5.');
  expect(error.stack).toBe(error.message);
  expect(inspect(error)).toBe(error.message);
});
