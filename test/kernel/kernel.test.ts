import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { inNotebook, newSlot } from '../../src/kernel/kernel';
import { inTslab } from '../show/kernel';

const text = (words: string) => ({ data: { 'text/plain': words }, metadata: {} });

test('a plain Node process is no notebook', () => {
  expect(inNotebook()).toBe(false);
});

describe('in a tslab kernel', () => {
  const sent = inTslab();

  test('a slot is written once and then rewritten', () => {
    const slot = newSlot();
    slot(text('one'));
    slot(text('two'));
    expect(sent.map(({ data, update }) => [data['text/plain'], update])).toEqual([
      ['one', false],
      ['two', true],
    ]);
    expect(sent[0]?.id).toBe(sent[1]?.id);
  });

  test('two slots do not disturb each other', () => {
    const [first, second] = [newSlot(), newSlot()];
    first(text('a'));
    second(text('b'));
    expect(sent.map(({ update }) => update)).toEqual([false, false]);
    expect(sent[0]?.id).not.toBe(sent[1]?.id);
  });

  test('without tslab’s private way, the picture goes out through its public one', () => {
    // A tslab that hides its writer: the public `display` keeps the one it imported.
    const { display } = publicOnly(() => {
      const slot = newSlot();
      slot({ data: { 'image/png': 'aGk=', 'text/plain': 'hi' }, metadata: {} });
    });
    expect(display).toEqual([['image/png', 'aGk=']]);
  });
});

/** Runs the code with a tslab that has only what its documentation promises. */
function publicOnly(run: () => void): { display: [string, unknown][] } {
  const load = createRequire(__filename);
  const jupyter = load('tslab/dist/jupyter') as { lastWriteDisplayData: unknown };
  const tslab = load('tslab') as { newDisplay: () => unknown };
  const display: [string, unknown][] = [];
  const original = Object.getOwnPropertyDescriptor(tslab, 'newDisplay');
  jupyter.lastWriteDisplayData = null;
  Object.defineProperty(tslab, 'newDisplay', {
    configurable: true,
    value: () => ({ raw: (type: string, content: unknown) => display.push([type, content]) }),
  });
  try {
    run();
  } finally {
    if (original) Object.defineProperty(tslab, 'newDisplay', original);
  }
  return { display };
}
