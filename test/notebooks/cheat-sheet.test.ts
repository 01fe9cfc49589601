import { expect, test } from 'vitest';
import { publicNames } from '../public/names';
import { allLessons } from './read';

const sheet = allLessons().find(({ name }) => name === '23-cheat-sheet')!;
const names = publicNames().map(({ name }) => name);
const text = sheet.cells.map(({ source }) => source).join('\n');

test('every function that the cheat sheet names is one of the library', () => {
  const spans = [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  const called = spans.flatMap((code) =>
    [...code.matchAll(/(?<![.\w])(\w+)\(/g)].map(([, it]) => it),
  );
  const bare = spans.filter(
    (code) => /^[a-z]+[A-Z]\w+$/.test(code) && !/Crossentropy|Error/.test(code),
  );
  expect(called.length).toBeGreaterThan(12);
  for (const name of [...called, ...bare]) expect(names).toContain(name);
});
