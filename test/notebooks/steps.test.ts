import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allLessons, codeOf } from './read';

interface Section {
  readonly section: string;
  readonly title: string;
  /** The notebooks that teach it, in order. */
  readonly notebooks: readonly string[];
  /** Sections of theory owe the reader at least five cells that show something. */
  readonly theory?: boolean;
  readonly steps: readonly string[];
  readonly slips: readonly string[];
}

const sections = JSON.parse(readFileSync(join(__dirname, 'steps.json'), 'utf8')) as Section[];
const lessons = allLessons();

/** All tags of a section's notebooks, cell after cell. */
const tagsOf = ({ notebooks }: Section) =>
  notebooks.flatMap((name) => {
    const lesson = lessons.find((one) => one.name === name);
    if (!lesson) throw new Error(`steps.json names ${name}, which is not in notebooks/.`);
    return lesson.cells.flatMap((cell) => cell.tags);
  });

/** What puts a picture or a number below its cell. */
const SHOWS = /\b(show|console\.log|expectEqual|expectBetween)\(|\.(summary|print)\(/;

const numbersOf = (tags: readonly string[], start: string) =>
  tags.filter((tag) => tag.startsWith(start)).map((tag) => Number(tag.slice(start.length)));

test('the list holds 22 sections and 399 steps', () => {
  expect(sections).toHaveLength(22);
  expect(sections.flatMap(({ steps }) => steps)).toHaveLength(399);
});

for (const section of sections) {
  describe(`${section.section} ${section.title}`, () => {
    const all = section.steps.map((_, i) => i + 1);

    test('has every step, in the order of the document', () => {
      const seen = [...new Set(numbersOf(tagsOf(section), `${section.section}.`))];
      expect(seen).toEqual(all);
    });

    test('puts every known slip right', () => {
      const seen = new Set(numbersOf(tagsOf(section), `slip:${section.section}-`));
      expect([...seen].sort((a, b) => a - b)).toEqual(section.slips.map((_, i) => i + 1));
    });

    if (!section.theory) return;
    test('shows pictures or numbers in at least five cells', () => {
      const cells = section.notebooks.flatMap((name) =>
        codeOf(lessons.find((lesson) => lesson.name === name) ?? ({ cells: [] } as never)),
      );
      const showing = cells.filter((cell) => SHOWS.test(cell.source));
      expect(showing.length).toBeGreaterThanOrEqual(5);
    });
  });
}

test('no cell claims a step or slip that is not on the list', () => {
  const known = new Set(
    sections.flatMap(({ section, steps, slips }) => [
      ...steps.map((_, i) => `${section}.${i + 1}`),
      ...slips.map((_, i) => `slip:${section}-${i + 1}`),
    ]),
  );
  for (const cell of lessons.flatMap((lesson) => lesson.cells)) {
    for (const tag of cell.tags.filter((one) => /^(S\d|slip:)/.test(one))) {
      expect(known.has(tag), `${cell.where}: ${tag}`).toBe(true);
    }
  }
});
