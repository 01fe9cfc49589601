import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type Typescript from 'typescript';
import { expect, test } from 'vitest';
import rolls from '../../scripts/types/rolls.json';

// The kernel reads the types of the packages rolled into one file each: they say what the packages' own files say.

const project = resolve(__dirname, '../..');
/** The kernel's. */
const ts: typeof Typescript = createRequire(
  createRequire(__filename).resolve('tslab/package.json'),
)('@tslab/typescript-for-tslab');

const CELL = join(project, 'notebooks', 'cell.ts');
const MODULES = ['@tensorflow/tfjs-node', 'nodejs-polars', 'nnlab', 'fs', 'node:os'];
const source = MODULES.map((name, at) => `export * as m${at} from '${name}';`).join('\n');

function programOf(rolled: readonly string[]) {
  const options: Typescript.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    esModuleInterop: true,
    types: rolled.length ? [] : ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, ...how) =>
    path === CELL
      ? ts.createSourceFile(path, source, ts.ScriptTarget.ES2022)
      : getSourceFile(path, ...how);
  if (rolled.length) host.resolveModuleNames = (names) => names.map(() => undefined);
  return ts.createProgram([...rolled, CELL], options, host);
}

const plain = programOf([]);
const rolled = programOf(Object.keys(rolls).map((file) => join(project, '.cache', 'types', file)));

test('they consist of five files and those of the language', () => {
  const read = rolled.getSourceFiles().map(({ fileName }) => fileName);
  expect(read.filter((name) => !name.includes('typescript-for-tslab'))).toHaveLength(5);
});

test('they have the same mistakes, and no other', () => {
  const mistakes = (program: Typescript.Program) =>
    ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
      .sort();
  expect(mistakes(rolled)).toEqual(mistakes(plain));
});

test.each(MODULES.map((name, at) => [name, `m${at}`]))(
  'the names of %s have the same types, parts and words',
  (_, name) => {
    const [wanted, found] = [described(plain, name), described(rolled, name)];
    expect(wanted.size).toBeGreaterThan(10);
    expect(found).toEqual(wanted);
  },
);

/** What stands behind each exported name: its type, the parts of a class or an interface, what is written about it. */
function described(program: Typescript.Program, module: string): Map<string, string> {
  const checker = program.getTypeChecker();
  const namespace = exportsOf(checker, program.getSourceFile(CELL)!).find(
    ({ name }) => name === module,
  )!;
  const symbols = checker.getExportsOfModule(checker.getAliasedSymbol(namespace));
  return new Map(symbols.map((symbol) => [symbol.name, describe(checker, symbol)]));
}

const exportsOf = (checker: Typescript.TypeChecker, file: Typescript.SourceFile) =>
  checker.getExportsOfModule(checker.getSymbolAtLocation(file)!);

function describe(checker: Typescript.TypeChecker, exported: Typescript.Symbol): string {
  const isAlias = exported.flags & ts.SymbolFlags.Alias;
  const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
  const say = (type: Typescript.Type) => inOrder(checker.typeToString(type, undefined, flags));
  const declared = checker.getDeclaredTypeOfSymbol(symbol);
  const parts = declared
    .getProperties()
    .map((part) => `${inOrder(part.name)}: ${say(checker.getTypeOfSymbol(part))}`);
  const words = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return [say(checker.getTypeOfSymbol(symbol)), say(declared), ...parts.sort(), words].join('\n');
}

/** The words of a type, since TypeScript numbers symbols, and lists the kinds of a union, as it has met them. */
const inOrder = (type: string) =>
  (type.replace(/@\d+/g, '').match(/[^\s|;,(){}<>]+/g) ?? []).sort().join(' ');
