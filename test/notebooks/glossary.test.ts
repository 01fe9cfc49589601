import { expect, test } from 'vitest';
import { allLessons, headingsOf, type Lesson } from './read';

const lessons = allLessons();
const glossary = lessons.find(({ name }) => name === '24-glossary')!;

/** Where links to a word lead. */
const places = headingsOf(glossary).map(({ text }) => text.replaceAll(' ', '-'));

const proseOf = ({ cells }: Lesson) =>
  cells
    .filter(({ kind }) => kind === 'markdown')
    .map(({ source }) => source)
    .join('\n\n');

interface Entry {
  readonly term: string;
  readonly text: string;
}

const entries: readonly Entry[] = proseOf(glossary)
  .split(/^### /m)
  .slice(1)
  .map((entry) => ({ term: entry.split('\n')[0] ?? '', text: entry.replace(/\n## [^]*/, '') }));

test('the glossary holds the words of the course in the order of the alphabet, each once', () => {
  const terms = entries.map(({ term }) => term.toLowerCase());
  expect(terms.length).toBeGreaterThanOrEqual(50);
  expect(terms).toEqual([...new Set(terms)].sort());
});

test.each(entries.map((entry) => [entry.term, entry] as const))(
  '%s is told in a sentence or two, and met in the lessons that it names',
  (term, { text }) => {
    const told = text
      .slice(term.length)
      .replace(/Lessons? ?:?.*$/m, '')
      .trim();
    expect(told.split(/(?<=[.:!])\s/).length).toBeLessThanOrEqual(4);
    const named = [...text.matchAll(/\]\((\d\d-[\w-]+)\.ipynb\)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) {
      const lesson = lessons.find((one) => one.name === name)!;
      const prose = proseOf(lesson).replace(/\s+/g, ' ').toLowerCase();
      // A word bends at its end: normalize, normalization.
      expect(prose, `${name} on ${term}`).toContain(term.toLowerCase().slice(0, 5));
    }
  },
);

test('links within the glossary lead to its own words', () => {
  const links = [...proseOf(glossary).matchAll(/\]\(#([^)]+)\)/g)].map(([, place]) => place);
  expect(links.length).toBeGreaterThan(20);
  for (const place of links) expect(places).toContain(place);
});

/** Quizzes, agendas and the assignment, which is handed out alone, need no glossary. */
const TEACHING = lessons.filter(({ name }) => !/^(00|13|14|15|16|18|21|23|24)-/.test(name));

test.each(TEACHING.map((lesson) => [lesson.name, lesson] as const))(
  '%s leads to the glossary from words that it uses, once each',
  (_, lesson) => {
    const links = [...proseOf(lesson).matchAll(/\]\(24-glossary\.ipynb#([^)]+)\)/g)];
    const words = links.map(([, place = '']) => place);
    expect(words.length).toBeGreaterThanOrEqual(3);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(places).toContain(word);
  },
);
