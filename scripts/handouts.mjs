// npm run handouts -- [NAME …] [--no-execute] [--student] [--slides] [--pdf] [--out FOLDER]
// Lessons (all, or the named ones; a path to any notebook with outputs will do as well) as HTML pages
// that work alone, in build/handouts, or build/handouts/student for the edition without solutions.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  executeAll,
  executedFile,
  isFresh,
  lessonFile,
  lessonNames,
  reportOf,
  root,
} from './lessons.mjs';
import { printPdf } from './pdf.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-execute': { type: 'boolean', default: false },
    student: { type: 'boolean', default: false },
    slides: { type: 'boolean', default: false },
    pdf: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

/**
 * The lessons somebody means: '02' and '02-fashion-from-csv' are the same one.
 * @param {string} given
 * @returns {string[]}
 */
function lessonsNamed(given) {
  const wanted = path.basename(given, '.ipynb');
  const found = lessonNames().filter((name) => name === wanted || name.startsWith(`${wanted}-`));
  if (found.length > 0) return found;
  throw new Error(`There is no lesson ${given}; there are: ${lessonNames().join(', ')}.`);
}

/** @param {string} given */
const isPath = (given) => given.endsWith('.ipynb') && existsSync(given);

/** @param {string} file */
function hasOutputs(file) {
  /** @type {{ cells: { outputs?: unknown[] }[] }} */
  const { cells } = JSON.parse(readFileSync(file, 'utf8'));
  return cells.some(({ outputs }) => outputs !== undefined && outputs.length > 0);
}

/**
 * The notebook with outputs of a lesson: as somebody saved it in JupyterLab, or as last executed.
 * @param {string} name
 */
function savedNotebook(name) {
  const saved = [lessonFile(name), executedFile(name)].find(
    (file) => existsSync(file) && hasOutputs(file),
  );
  if (saved !== undefined) return saved;
  throw new Error(`${name} has no saved outputs; run: npm run handouts -- ${name}`);
}

/**
 * Runs what is not fresh; a lesson that fails makes no handout.
 * @param {string[]} names
 */
async function executed(names) {
  await executeAll(names, 'full', 1, (name, { seconds }) => {
    console.log(`${name}  executed in ${seconds} s`);
  });
  for (const name of names) {
    const error = reportOf(name)?.error;
    if (error || !isFresh(name)) throw new Error(`${name} failed when it was executed: ${error}`);
  }
  return names.map((name) => executedFile(name));
}

// `npm run build` made these; whoever has cleaned build/ since gets them again.
if (!existsSync(path.join(root, 'build/handout-assets/vega.txt'))) await import('./browser.mjs');

const paths = positionals.filter(isPath).filter((given) => hasOutputs(given));
const named = positionals.filter((given) => !paths.includes(given)).flatMap(lessonsNamed);
// The index lesson becomes the course page, which needs its words only.
const names = (positionals.length > 0 ? named : lessonNames()).filter(
  (name) => name !== '00-index',
);
const notebooks = values['no-execute'] ? names.map(savedNotebook) : await executed(names);
const out = values.out ?? path.join(root, 'build/handouts', values.student ? 'student' : '');

const { status, error } = spawnSync(
  path.join(root, '.venv/bin/python'),
  [
    path.join(root, 'handouts/build.py'),
    ...['--out', out],
    ...(values.student ? ['--student'] : []),
    ...(values.slides ? ['--slides'] : []),
    ...['--course', ...lessonNames().map(lessonFile), '--'],
    ...paths,
    ...notebooks,
  ],
  { stdio: 'inherit', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
);
if (error) throw error;
if (status !== 0) process.exit(status ?? 1);
if (values.pdf)
  printPdf(
    [...paths, ...notebooks].map((file) => path.basename(file, '.ipynb')),
    out,
  );
