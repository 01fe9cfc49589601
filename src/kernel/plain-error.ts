// Where Node looks for an object's own way to be shown, and where a kernel in a browser looks too.
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * An error that ends a cell with one sentence. tslab prints errors as Node shows them, and where in
 * nnlab this one arose helps nobody.
 */
export function plainError(sentence: string, name = 'Error'): Error {
  const error = new Error(sentence);
  error.name = name;
  error.stack = sentence;
  return Object.defineProperty(error, INSPECT, { value: () => sentence });
}
