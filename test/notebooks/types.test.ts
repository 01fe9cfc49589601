import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { checksOf } from '../../scripts/checks.mjs';
import { turnsTaken } from '../../scripts/turns.mjs';
import { readNotebook } from './copies';
import { allLessons, codeOf, type Cell } from './read';

// A notebook hides a forgotten `await`: the cell is done, the error goes nowhere. So all the cells
// of a lesson are written one after the other into a module and judged as TypeScript.
const root = join(__dirname, '..', '..');
const work = join(root, 'build', 'lint');
mkdirSync(work, { recursive: true });

function moduleOf(name: string, code: readonly Cell[]): string {
  const file = join(work, `${name}.ts`);
  const imported = new Set<string>();
  const cells = code.map((cell) => `// ${cell.where}\n${importsOnce(cell.source, imported)}\n;`);
  writeFileSync(file, `${cells.join('\n')}\nexport {};\n`);
  return file;
}

/** The cell without what an earlier one has imported: in a notebook a name may come twice. */
function importsOnce(source: string, imported: Set<string>): string {
  return source.replace(
    /^import (?!type)([^;]*) from ('[^']*');$/gm,
    (_, names: string, from: string) => {
      const list = names
        .replace(/[{}\s]+/g, ' ')
        .trim()
        .split(/ ?, ?/)
        .filter(Boolean);
      const added = list.filter((name) => !imported.has(name));
      added.forEach((name) => imported.add(name));
      if (added.length === 0) return '';
      return `import ${names.startsWith('{') ? `{ ${added.join(', ')} }` : added.join()} from ${from};`;
    },
  );
}

const modules = allLessons().map((lesson) => moduleOf(lesson.name, codeOf(lesson)));
// A lesson's checks, and the solutions of its turns, see the names of the cells before them, and add none.
const checkedModules = allLessons().flatMap((lesson) => {
  const { imports, after: checks } = checksOf(lesson.name);
  const after = new Map([...checks, ...turnsTaken(readNotebook(lesson.name))]);
  if (after.size === 0) return [];
  const first = { ...codeOf(lesson)[0]!, source: imports };
  const cells = codeOf(lesson).map((cell) => {
    const lines = after.get(cell.id);
    return lines === undefined ? cell : { ...cell, source: `${cell.source}\n;{\n${lines}\n}` };
  });
  return [moduleOf(`${lesson.name}.checked`, [first, ...cells])];
});
const shortestPaths = allLessons().map((lesson) => {
  const essentials = codeOf(lesson).filter(({ tags }) => tags.includes('essentials'));
  return moduleOf(`${lesson.name}.essentials`, essentials);
});
writeFileSync(
  join(work, 'tsconfig.json'),
  JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2022'],
      module: 'ES2022',
      moduleResolution: 'node10',
      esModuleInterop: true,
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      types: ['node'],
    },
    include: ['*.ts'],
  }),
);

afterAll(() => rmSync(work, { recursive: true, force: true }));

function problemsIn(files: readonly string[]): string[] {
  const config = ts.readConfigFile(join(work, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, work);
  const program = ts.createProgram(files, options);
  return ts.getPreEmitDiagnostics(program).map((problem) => {
    const at = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0).line ?? 0;
    const text = ts.flattenDiagnosticMessageText(problem.messageText, ' ');
    return `${problem.file?.fileName}:${at + 1} ${text}`;
  });
}

test('lessons are sound TypeScript from the first cell to the last', () => {
  expect(problemsIn([...modules, ...checkedModules])).toEqual([]);
}, 120_000);

test('the cells of the shortest path need no cell that is not on it', () => {
  expect(problemsIn(shortestPaths)).toEqual([]);
}, 120_000);

test('lessons await every promise', async () => {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    ignore: false,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        plugins: { ts: tseslint.plugin as never },
        languageOptions: {
          parser: tseslint.parser as never,
          parserOptions: { project: join(work, 'tsconfig.json') },
        },
        rules: { 'ts/no-floating-promises': 'error', 'ts/no-misused-promises': 'error' },
      },
    ],
  });
  const results = await eslint.lintFiles([...modules, ...checkedModules]);
  const problems = results.flatMap((result) =>
    result.messages.map((message) => `${result.filePath}:${message.line} ${message.message}`),
  );
  expect(problems).toEqual([]);
}, 120_000);
