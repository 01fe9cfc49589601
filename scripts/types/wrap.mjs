// A declaration file as a block of a larger one, `declare module "package/file" { … }`: its names stay as they are,
// and what it adds to another module (TensorFlow.js gives a tensor most of its methods so) is said of that module.
import { fullName, specifiersIn, ts } from './files.mjs';

/** @typedef {import('typescript').SourceFile} SourceFile */
/** @typedef {import('typescript').Statement} Statement */
/** @typedef {{ from: number, to: number, text: string }} Edit */

const LICENSE = /\/\*\*?(?:(?!\*\/)[^])*(?:@license|Copyright)[^]*?\*\//;
/** Comments for tools, which mean nothing inside a block. */
const FOR_TOOLS = /^\/\/(?:\/ *<|# sourceMappingURL=).*\n?/gm;

/** The licence that most files of a package repeat. @param {SourceFile} file */
export const licenseOf = ({ text }) => LICENSE.exec(text)?.[0];

/** @param {SourceFile} file @returns {SourceFile} */
export function withoutComments(file) {
  const text = ts.createPrinter({ removeComments: true }).printFile(file);
  return ts.createSourceFile(file.fileName, text, file.languageVersion, true);
}

/** @param {string} name under which the file is imported @param {SourceFile} file */
export function wrap(name, file) {
  const said = specifiersIn(file).map((literal) => ({
    from: literal.getStart(),
    to: literal.end,
    text: JSON.stringify(fullName(literal.text, file.fileName)),
  }));
  if (!ts.isExternalModule(file)) return tidy(part(file.text, 0, file.end, said));
  const added = file.statements.filter(isAddition);
  const gaps = added.map((statement) => ({ from: statement.pos, to: statement.end, text: '' }));
  const own = part(file.text, 0, file.end, [
    ...said,
    ...file.statements.flatMap(declareOf),
    ...gaps,
  ]);
  return [block(name, own), ...added.map((statement) => addition(file, statement, said))].join('');
}

/** `declare module './other' { … }` @param {Statement} statement */
const isAddition = (statement) =>
  ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name);

/** What a file adds to another module, with the imports it needs for that.
 * @param {SourceFile} file @param {Statement} statement @param {readonly Edit[]} said */
function addition(file, statement, said) {
  const { name, body } = /** @type {import('typescript').ModuleDeclaration} */ (statement);
  if (!body) return '';
  const module = fullName(name.text, file.fileName);
  const imports = file.statements.filter(ts.isImportDeclaration).filter(({ moduleSpecifier }) => {
    const { text } = /** @type {import('typescript').StringLiteral} */ (moduleSpecifier);
    // The names of a module are known in it.
    return fullName(text, file.fileName) !== module;
  });
  const lines = imports.map(({ pos, end }) => part(file.text, pos, end, said));
  return block(
    module,
    [...lines, part(file.text, body.getStart() + 1, body.end - 1, said)].join('\n'),
  );
}

/** @param {string} name @param {string} text */
const block = (name, text) => `declare module ${JSON.stringify(name)} {\n${tidy(text)}}\n`;

/** Inside a block nothing needs to be declared once more. @param {Statement} statement @returns {Edit[]} */
function declareOf(statement) {
  if (!ts.canHaveModifiers(statement)) return [];
  const words = ts.getModifiers(statement) ?? [];
  const word = words.find(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
  return word ? [{ from: word.getStart(), to: word.end + 1, text: '' }] : [];
}

/**
 * A part of a text with its changes.
 * @param {string} text @param {number} from @param {number} to @param {readonly Edit[]} edits of which the outer ones count
 */
function part(text, from, to, edits) {
  let done = '';
  let at = from;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (edit.from < at || edit.to > to) continue;
    done += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return done + text.slice(at, to);
}

/** @param {string} text */
const tidy = (text) => `${text.replace(LICENSE, '').replace(FOR_TOOLS, '').trim()}\n`;
