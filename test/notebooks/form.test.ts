import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { checksFile, checksOf } from '../../scripts/checks.mjs';
import {
  allLessons,
  codeOf,
  folder,
  gapsOf,
  headingsOf,
  hiddenCells,
  type Cell,
  type Lesson,
} from './read';

const require = createRequire(import.meta.url);
const lessons = allLessons();
// The last two, of Node itself, are for the lesson that reads its files by hand.
const ALLOWED_IMPORTS = ['nnlab', '@tensorflow/tfjs-node', 'nodejs-polars', 'fs', 'zlib'];

const importsOf = (source: string) =>
  [...source.matchAll(/(?:\bfrom\s+|\bimport\s+|\brequire\(|\bimport\()['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );

const parsed = (source: string) =>
  ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true);

/** The names that a statement adds to those every later cell can use. */
function declaredBy(statement: ts.Statement): string[] {
  const names: string[] = [];
  const add = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.push(name.text);
    else name.elements.forEach((part) => ts.isBindingElement(part) && add(part.name));
  };
  if (ts.isVariableStatement(statement)) {
    statement.declarationList.declarations.forEach(({ name }) => add(name));
  }
  if (ts.isFunctionDeclaration(statement) && statement.name) add(statement.name);
  const imported = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings;
  if (imported && ts.isNamedImports(imported)) imported.elements.forEach(({ name }) => add(name));
  return names;
}

/** Names in `{ name }` that the cell itself does not declare. */
function borrowedShorthands(source: string): string[] {
  const file = parsed(source);
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

/** Every name that a browser's window has. */
const browserNames = (() => {
  const file = join(dirname(require.resolve('typescript')), 'lib.dom.d.ts');
  const names = new Set<string>();
  for (const statement of parsed(readFileSync(file, 'utf8')).statements) {
    if (ts.isVariableStatement(statement) || ts.isFunctionDeclaration(statement)) {
      for (const name of declaredBy(statement)) names.add(name);
    }
  }
  return names;
})();

const declaredIn = (source: string) => parsed(source).statements.flatMap(declaredBy);

/** Trainings whose lines somebody watches; these are the ones that get stopped. */
const watched = (source: string) =>
  /^(\w+\.push\()?await train\w*\(/m.test(source) && !source.includes('silent: true');

/** Main trainings without a curve to watch, each for its reason. */
const NO_CURVE: Readonly<Record<string, string>> = {
  '10-load-and-predict': 'it trains only where no saved model is found',
  '13-digit-agenda': 'its demonstration is one epoch',
  '17-digit-logistic': 'logistic regression is trained in steps of its solver, and has no epochs',
  '22-appendix': 'it compares six networks, a line for each',
};

const uses = (source: string, name: string) => new RegExp(`(?<![.\\w'\`-])${name}\\b`).test(source);

/** Lines that are there for the machinery around a lesson. */
const PLUMBING = /\b(keep|byMode|lessonMode)\(|\.complete\b/;

/** Its checks have moved out of its cells. */
const checked = ({ name }: Lesson) => existsSync(checksFile(name));

const importedBy = (source: string) =>
  parsed(source).statements.filter(ts.isImportDeclaration).flatMap(namesOfImport);

function namesOfImport({ importClause }: ts.ImportDeclaration): string[] {
  const { name, namedBindings } = importClause ?? {};
  if (name) return [name.text];
  if (!namedBindings) return [];
  if (ts.isNamespaceImport(namedBindings)) return [namedBindings.name.text];
  return namedBindings.elements.map((element) => element.name.text);
}

function expectImportsUsed(cells: readonly Cell[], at: number): void {
  const { source, where } = cells[at]!;
  const own = namesUsed(source.replace(/^import[^;]*;$/gm, ''));
  const next = cells.slice(at + 1).find(({ source }) => watched(source))?.source ?? '';
  for (const name of importedBy(source)) {
    const early = ['train', 'historyOf'].includes(name) || uses(next, name);
    expect(own.includes(name) || early, `${where}: ${name} is not used here`).toBe(true);
  }
}

/** The names that stand for something in a cell, those of fields left out. */
function namesUsed(source: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    const field =
      parent &&
      ((ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.propertyName === node) ||
        (ts.isQualifiedName(parent) && parent.right === node));
    if (ts.isIdentifier(node) && !field) names.push(node.text);
    node.forEachChild(visit);
  };
  visit(parsed(source));
  return names;
}

/** Whether some readers of `cell` do not run `before`. */
const missing = (before: Cell, cell: Cell) =>
  (before.tags.includes('solution') && !cell.tags.includes('solution')) ||
  (cell.tags.includes('essentials') && !before.tags.includes('essentials'));

test('the names of a browser are known', () => {
  for (const name of ['history', 'name', 'status', 'alert']) expect(browserNames).toContain(name);
});

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

    test('imports only what lessons may', () => {
      for (const { source, where } of codeOf(lesson)) {
        for (const from of importsOf(source)) expect(ALLOWED_IMPORTS, where).toContain(from);
      }
    });

    test('imports a name where it is first used: in that cell, or right before a training', () => {
      const cells = codeOf(lesson);
      const known = new Map<string, Cell>();
      const everImported = new Set(cells.flatMap(({ source }) => importedBy(source)));
      for (const [i, cell] of cells.entries()) {
        if (checked(lesson)) expectImportsUsed(cells, i);
        else if (i > 0) expect(importsOf(cell.source), cell.where).toEqual([]);
        const own = importedBy(cell.source);
        for (const imported of own) {
          // Who takes the shortest path, or leaves solutions out, misses an import of another cell.
          const before = known.get(imported);
          const reached = before && !missing(before, cell);
          expect(reached ? imported : undefined, `${cell.where}: imported again`).toBe(undefined);
          if (!before || reached === false) known.set(imported, cell);
        }
        const late = namesUsed(cell.source).filter((used) => everImported.has(used));
        for (const used of late) expect([...known.keys()], `${cell.where} uses it`).toContain(used);
      }
    });

    test('holds nothing but the idea: checks and modes are the business of the library', () => {
      if (!checked(lesson)) return;
      const lines = codeOf(lesson)
        .filter(({ tags }) => !tags.includes('solution'))
        .flatMap(({ source }) => source.split('\n').filter((line) => line.trim()));
      const plumbing = lines.filter((line) => PLUMBING.test(line));
      expect(lines.filter((line) => /\bexpect(Equal|Between)\(/.test(line))).toEqual([]);
      expect(plumbing.length / lines.length, plumbing.join('\n')).toBeLessThanOrEqual(0.04);
    });

    test('has a cell for each of its checks', () => {
      const ids = codeOf(lesson).map(({ id }) => id);
      for (const id of checksOf(name).after.keys()) expect(ids).toContain(id);
    });

    test('names nothing as a browser does: TypeScript takes that one where a cell did not end', () => {
      for (const cell of codeOf(lesson)) {
        const taken = declaredIn(cell.source).filter((name) => browserNames.has(name));
        expect(taken, cell.where).toEqual([]);
      }
    });

    test('goes on after Stop: a training that is watched declares nothing for later cells', () => {
      const cells = codeOf(lesson);
      for (const [i, cell] of cells.entries()) {
        if (!watched(cell.source)) continue;
        const later = cells
          .slice(i + 1)
          .map(({ source }) => source)
          .join('\n');
        expect(
          declaredIn(cell.source).filter((name) => uses(later, name)),
          cell.where,
        ).toEqual([]);
      }
    });

    test('imports historyOf where it trains, and tags its main training', () => {
      const cells = codeOf(lesson);
      const trains = cells.some(({ source }) => /\bawait train\w*\(/.test(source));
      const main = cells.filter(({ tags }) => tags.includes('training'));
      // What Stop advises must work as it is typed, already below the first training.
      const first = cells.findIndex(
        ({ source, tags }) => watched(source) || tags.includes('training'),
      );
      const tells = cells
        .slice(0, Math.max(first, 1))
        .some(({ source }) => declaredIn(source).includes('historyOf'));
      // An assignment trains only when its gaps are filled.
      const wanted = gapsOf(lesson).length > 0 ? 0 : 1;
      if (trains) expect([tells, main.length]).toEqual([true, wanted]);
      for (const { source, where } of main) expect(declaredIn(source), where).toEqual([]);
    });

    test('draws its main training while it goes on', () => {
      const main = codeOf(lesson).find(({ tags }) => tags.includes('training'));
      if (main) expect(main.source.includes('liveChart: true')).toBe(!NO_CURVE[lesson.name]);
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
