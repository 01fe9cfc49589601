import { inspect } from 'node:util';

/**
 * An error that ends a cell with one sentence. tslab prints errors as Node shows them, and where in
 * nnlab this one arose helps nobody.
 */
export function plainError(sentence: string, name = 'Error'): Error {
  const error = new Error(sentence);
  error.name = name;
  error.stack = sentence;
  return Object.defineProperty(error, inspect.custom, { value: () => sentence });
}
