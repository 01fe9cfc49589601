import { join } from 'node:path';
import ts from 'typescript';

export const root = join(__dirname, '..', '..');

/** A name of the public list, as its declaration describes it. */
export interface PublicName {
  readonly name: string;
  readonly comment: string;
  /** The code of its example; empty where there is none. */
  readonly example: string;
  /** What a function gives back; undefined for what is not a function. */
  readonly gives: string | undefined;
  readonly isType: boolean;
}

/** How sources and examples are read; `nnlab` is the library of this folder. */
export const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  baseUrl: root,
  paths: { nnlab: ['src/index.ts'] },
  types: ['node'],
  esModuleInterop: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
};

/** All names of the public list, in its order. */
export function publicNames(): PublicName[] {
  const path = join(root, 'src', 'index.ts');
  const program = ts.createProgram([path], OPTIONS);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const list = source && checker.getSymbolAtLocation(source);
  if (list === undefined) throw new Error(`${path} exports nothing`);
  return checker.getExportsOfModule(list).map((alias) => {
    const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
    const call = checker.getTypeOfSymbol(symbol).getCallSignatures()[0];
    const example = symbol.getJsDocTags(checker).find(({ name }) => name === 'example');
    return {
      name: alias.name,
      comment: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      example: codeOf(ts.displayPartsToString(example?.text)),
      gives: call && checker.typeToString(checker.getReturnTypeOfSignature(call)),
      isType: (symbol.flags & ts.SymbolFlags.Value) === 0,
    };
  });
}

function codeOf(example: string): string {
  return /^```ts\n(.*)\n```$/s.exec(example.trim())?.[1] ?? '';
}
