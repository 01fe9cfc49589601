import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { allLessons, codeOf, folder, headingsOf, hiddenCells, type Lesson } from './read';

const lessons = allLessons();
const ALLOWED_IMPORTS = ['nnlab', '@tensorflow/tfjs-node', 'nodejs-polars'];

const importsOf = (source: string) =>
  [...source.matchAll(/(?:\bfrom\s+|\bimport\s+|\brequire\(|\bimport\()['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );

/** Names in `{ name }` that the cell itself does not declare. */
function borrowedShorthands(source: string): string[] {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true);
  const own = new Set<string>();
  const short: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isShorthandPropertyAssignment(node)) short.push(node.name.text);
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node) ||
      ts.isFunctionDeclaration(node);
    if (declares && node.name && ts.isIdentifier(node.name)) own.add(node.name.text);
    node.forEachChild(visit);
  };
  visit(file);
  return short.filter((name) => !own.has(name));
}

test('there are lessons', () => expect(lessons.length).toBeGreaterThan(0));

describe.each(lessons.map((lesson) => [lesson.name, lesson] as [string, Lesson]))(
  '%s',
  (name, lesson) => {
    test('keeps no outputs (else: npm run notebooks -- strip)', () => {
      for (const cell of codeOf(lesson)) {
        expect(cell.outputs, cell.where).toEqual([]);
        expect(cell.executed, cell.where).toBe(false);
      }
    });

    test('runs in the tslab kernel', () => expect(lesson.kernel).toBe('tslab'));

    test('opens with its only H1, and no heading skips a level', () => {
      const headings = headingsOf(lesson);
      expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
      expect(headings[0]?.level).toBe(1);
      headings.slice(1).forEach((heading, i) => {
        expect(heading.level, `${heading.where}: ${heading.text}`).toBeLessThanOrEqual(
          (headings[i]?.level ?? 0) + 1,
        );
      });
    });

    test('has cells of at most 15 lines and 88 columns', () => {
      for (const cell of codeOf(lesson)) {
        const lines = cell.source.split('\n');
        expect(lines.filter((line) => line.trim()).length, cell.where).toBeLessThanOrEqual(15);
        for (const line of lines) {
          expect(line.length, `${cell.where}: ${line}`).toBeLessThanOrEqual(88);
        }
      }
    });

    test('writes { epochs: count }: tslab loses { count } of an earlier cell', () => {
      for (const cell of codeOf(lesson)) {
        expect(borrowedShorthands(cell.source), cell.where).toEqual([]);
      }
    });

    test('imports in its first code cell only, and only what lessons may', () => {
      codeOf(lesson).forEach((cell, i) => {
        const imports = importsOf(cell.source);
        if (i > 0) expect(imports, cell.where).toEqual([]);
        for (const from of imports) expect(ALLOWED_IMPORTS, cell.where).toContain(from);
      });
    });

    test('has prose before every code cell, hidden solutions aside', () => {
      lesson.cells.forEach((cell, i) => {
        const before = lesson.cells[i - 1];
        if (cell.kind !== 'code') return;
        const solutions = cell.tags.includes('solution') && before?.tags.includes('solution');
        expect(before?.kind === 'markdown' || solutions, cell.where).toBe(true);
      });
    });

    test('tags the solutions of its exercises', () => {
      const exercises = headingsOf(lesson).filter(({ text }) => /^exercises?$/i.test(text));
      const solutions = lesson.cells.filter((cell) => cell.tags.includes('solution'));
      if (exercises.length) expect(solutions.length).toBeGreaterThan(0);
      for (const cell of lesson.cells) {
        if (/<summary>[^<]*solution/i.test(cell.source)) {
          expect(cell.tags, cell.where).toContain('solution');
        }
      }
    });

    test('folds its solutions, and nothing else (else: npm run notebooks -- strip)', () => {
      const hidden = hiddenCells(lesson);
      for (const cell of lesson.cells) {
        const solution = cell.tags.includes('solution');
        const inSight = cell.folded || /^<details>[^]*<\/details>$/.test(cell.source.trim());
        if (!solution) expect(hidden, cell.where).not.toContain(cell);
        else if (!inSight) expect(hidden, cell.where).toContain(cell);
      }
    });

    test('gives every linked picture its words', () => {
      for (const cell of lesson.cells) {
        expect(cell.source, cell.where).not.toMatch(/!\[\s*\]\(/);
        expect(cell.source, cell.where).not.toMatch(/<img(?![^>]*alt="[^"]+")/);
      }
    });

    test('links to lessons and files that exist', () => {
      for (const cell of lesson.cells.filter(({ kind }) => kind === 'markdown')) {
        for (const [, target = ''] of cell.source.matchAll(/\]\(([^)\s]+)\)/g)) {
          if (/^(https?:|mailto:|#)/.test(target)) continue;
          const file = decodeURI(target.split('#')[0] ?? '');
          expect(existsSync(join(folder, file)), `${cell.where}: ${target}`).toBe(true);
        }
      }
    });

    test('has only a name with a number, so that lessons stand in teaching order', () => {
      expect(name).toMatch(/^\d\d-[a-z0-9-]+$/);
    });
  },
);
