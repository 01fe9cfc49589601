import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(__dirname, '..');
const LISTS = ['src/index.ts', 'src/charts.ts'].map((path) => join(root, path));

/** What fits on a screen at a size that can be read. */
const SCREEN = { lines: 60, columns: 100 };

const program = ts.createProgram(LISTS, {
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  strict: true,
});
const checker = program.getTypeChecker();

interface PublicName {
  readonly name: string;
  readonly comment: string;
  /** What a function gives back; undefined for what is not a function. */
  readonly gives: string | undefined;
  readonly isType: boolean;
}

const names = checker
  .getExportsOfModule(checker.getSymbolAtLocation(sourceOf(LISTS[0] ?? '')) as ts.Symbol)
  .map((alias): PublicName => {
    const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
    const call = checker.getTypeOfSymbol(symbol).getCallSignatures()[0];
    return {
      name: alias.name,
      comment: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      gives: call && checker.typeToString(checker.getReturnTypeOfSignature(call)),
      isType: (symbol.flags & ts.SymbolFlags.Value) === 0,
    };
  });

function sourceOf(path: string): ts.SourceFile {
  const source = program.getSourceFile(path);
  if (source === undefined) throw new Error(`${path} is not in the program`);
  return source;
}

describe('the public list', () => {
  test.each(LISTS)('%s fits on a screen', (path) => {
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(SCREEN.lines);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(SCREEN.columns);
  });

  test('says of every name and type what it is', () => {
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter(({ comment }) => comment === '').map(({ name }) => name)).toEqual([]);
  });

  test('names every chart by what it shows and in which form', () => {
    const charts = names.filter(({ gives }) => gives === 'Chart').map(({ name }) => name);
    expect(charts.length).toBeGreaterThan(25);
    const pattern = /^(picture|[a-z][A-Za-z]*(Grid|Bars|Curves|Drawing))$/;
    expect(charts.filter((name) => !pattern.test(name))).toEqual([]);
  });

  test('holds nothing that no lesson uses', () => {
    const lessons = codeOfLessons();
    const unused = names.filter(
      ({ name, isType }) => !isType && !new RegExp(`\\b${name}\\b`).test(lessons),
    );
    // A program of one's own has no cell to show a chart in.
    expect(unused.map(({ name }) => name)).toEqual(['saveChart']);
  });
});

function codeOfLessons(): string {
  const folder = join(root, 'notebooks');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));
  interface Notebook {
    readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
  }
  return files
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Notebook)
    .flatMap(({ cells }) => cells.filter((cell) => cell.cell_type === 'code'))
    .map(({ source }) => source.join(''))
    .join('\n');
}
