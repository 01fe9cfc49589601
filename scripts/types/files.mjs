// The declaration files that a package's types are made of, each with the name under which it is imported.
import { createRequire, isBuiltin } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { inProject, root } from '../setup/project.mjs';

const require = createRequire(import.meta.url);
/** The kernel's own TypeScript, so that it finds of a package what the kernel finds. @type {typeof import('typescript')} */
export const ts = createRequire(require.resolve('tslab/package.json'))(
  '@tslab/typescript-for-tslab',
);

/** @typedef {import('typescript').SourceFile} SourceFile */
/** @typedef {import('typescript').Node} Node */

/** @type {import('typescript').CompilerOptions} as tslab has it */
const OPTIONS = { moduleResolution: ts.ModuleResolutionKind.Node10 };
const NOTEBOOK = inProject('notebooks', 'cell.ts');

/**
 * The files of some packages that one of them leads to.
 * @param {string} entry the package that is imported, or the one in @types
 * @param {readonly string[]} packages whose files are wanted
 * @returns {Map<string, SourceFile>} by name
 */
export function filesOf(entry, packages) {
  /** @type {Map<string, SourceFile>} */
  const found = new Map();
  /** @param {string | undefined} path */
  const visit = (path) => {
    const name = path && nameOf(path);
    if (!name || found.has(name) || !packages.includes(packageOf(name))) return;
    const file = parse(path);
    found.set(name, file);
    for (const { fileName } of file.referencedFiles) visit(resolve(dirname(path), fileName));
    for (const { fileName } of file.typeReferenceDirectives) visit(typesAt(fileName, path));
    for (const { text } of specifiersIn(file)) visit(moduleAt(text, path));
  };
  const start = moduleAt(entry, NOTEBOOK) ?? typesAt(entry, NOTEBOOK);
  if (!start) throw new Error(`There are no types of ${entry}.`);
  visit(start);
  return found;
}

/** @param {string} path */
function parse(path) {
  const text = ts.sys.readFile(path) ?? '';
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

/**
 * Every place in a file that names a module: imports, exports, augmentations, types.
 * @param {SourceFile} file
 * @returns {import('typescript').StringLiteral[]}
 */
export function specifiersIn(file) {
  /** @type {import('typescript').StringLiteral[]} */
  const found = [];
  /** @param {Node} node */
  const visit = (node) => {
    const said = specifierOf(node);
    if (said && ts.isStringLiteral(said)) found.push(said);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

/** @param {Node} node @returns {Node | undefined} */
function specifierOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return node.argument.literal;
  return ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name) ? node.name : undefined;
}

/**
 * What an import means, whatever it is called where it stands.
 * @param {string} specifier @param {string} path the file that imports
 */
export function fullName(specifier, path) {
  const found = moduleAt(specifier, path);
  if (!found && specifier.startsWith('.'))
    throw new Error(`${path} imports ${specifier}, which is not there.`);
  return found ? nameOf(found) : specifier;
}

/** @param {string} specifier @param {string} from @returns {string | undefined} the path of its types */
function moduleAt(specifier, from) {
  // npm has packages with the names of Node's own modules.
  if (isBuiltin(specifier)) return undefined;
  const { resolvedModule } = ts.resolveModuleName(specifier, from, OPTIONS, ts.sys);
  const path = resolvedModule?.resolvedFileName;
  return path?.endsWith('.d.ts') ? path : undefined;
}

/** @param {string} name @param {string} from */
const typesAt = (name, from) =>
  ts.resolveTypeReferenceDirective(name, from, OPTIONS, ts.sys).resolvedTypeReferenceDirective
    ?.resolvedFileName;

/** `package/folder/file`, or the package alone for its main file. @param {string} path */
function nameOf(path) {
  const inPackages = path.split('/node_modules/').at(-1) ?? path;
  const name = (inPackages === path ? `nnlab/${relative(root, path)}` : inPackages).replace(
    /\.d\.ts$/,
    '',
  );
  const home = packageOf(name);
  return moduleAt(home, NOTEBOOK) === path ? home : name;
}

/** @param {string} name */
export function packageOf(name) {
  const [scope = '', second] = name.split('/');
  return scope.startsWith('@') ? `${scope}/${second}` : scope;
}
