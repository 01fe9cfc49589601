/** A heading of a page and the prose below it. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

/** The sections of each page, by its file name, in the order of the course. */
export type Index = Readonly<Record<string, readonly Section[]>>;

/** A section in which all words were found. */
export interface Hit extends Section {
  readonly file: string;
  readonly lesson: string;
  readonly score: number;
}

/** Lower case, and without accents: `Kernel`, `kérnel` and `kernel` are one word. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words somebody looks for. */
export function wordsOf(query: string): string[] {
  return plain(query)
    .split(/[^\p{L}\p{N}_.+-]+/u)
    .filter((word) => word !== '');
}

/** The sections in which every word begins some word, those with the words in a heading first. */
export function find(index: Index, query: string): Hit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const hits = Object.entries(index).flatMap(([file, sections]) =>
    sections.map((section) => {
      const lesson = sections[0]?.heading ?? file;
      return { ...section, file, lesson, score: scoreOf(section, words) };
    }),
  );
  return hits.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

/** 0 if a word is missing; a word in the heading counts as much as ten in the text. */
function scoreOf({ heading, text }: Section, words: readonly string[]): number {
  const scores = words.map(
    (word) => 10 * timesIn(heading, word) + Math.min(9, timesIn(text, word)),
  );
  return scores.every((score) => score > 0) ? scores.reduce((sum, score) => sum + score, 0) : 0;
}

function timesIn(text: string, word: string): number {
  return [...plain(text).matchAll(beginningWith(word))].length;
}

/** Where a word begins in a text. */
export function beginningWith(word: string): RegExp {
  const literal = word.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}`, 'gu');
}
