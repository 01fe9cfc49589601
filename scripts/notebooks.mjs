// npm run notebooks -- run [--quick | --sample] [--jobs N] [NAME …]   execute lessons into build/executed
// npm run notebooks -- strip                                        remove outputs and counts from notebooks/
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { executeAll, lessonFile, lessonNames, root } from './lessons.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    sample: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '1' },
  },
});

const FOLDED = 'jp-MarkdownHeadingCollapsed';

/**
 * What stays of a cell's metadata: its tags, and the fold below the heading of a solution.
 * @param {{ cell_type: string, source: string[] | string, metadata: Record<string, any> }} cell
 */
function keptMetadata({ cell_type, source, metadata: { tags } }) {
  if (!tags) return {};
  const words = [source].flat().join('').trim();
  const folds = cell_type === 'markdown' && tags.includes('solution') && /^#+ .*$/.test(words);
  return folds ? { [FOLDED]: true, tags } : { tags };
}

/**
 * Removes outputs, execution counts and what an editor left behind; folds the solutions.
 * @param {string} name
 */
function strip(name) {
  const file = lessonFile(name);
  const before = readFileSync(file, 'utf8');
  const notebook = JSON.parse(before);
  for (const cell of notebook.cells) {
    if (cell.cell_type === 'code') Object.assign(cell, { outputs: [], execution_count: null });
    cell.metadata = keptMetadata(cell);
  }
  const after = `${JSON.stringify(notebook, null, 1)}\n`;
  if (after === before) return;
  writeFileSync(file, after);
  console.log(`stripped  ${name}`);
}

/** A learner's copy may lie beside the lessons, and its outputs are the work: only what git has is stripped. */
function stripLessons() {
  const listed = execFileSync('git', ['ls-files', 'notebooks'], { cwd: root, encoding: 'utf8' });
  const ours = new Set(listed.split('\n').map((file) => join(root, file)));
  for (const name of lessonNames()) {
    if (ours.has(lessonFile(name))) strip(name);
    else console.log(`left alone ${name}: git does not have it; a new lesson takes git add first`);
  }
}

/**
 * @param {string[]} wanted
 * @returns {Promise<number>} how many lessons failed
 */
async function run(wanted) {
  const names = lessonNames().filter(
    (name) => !wanted.length || wanted.some((part) => name.includes(part)),
  );
  if (!names.length) throw new Error(`No lesson is called ${wanted.join(' or ')}; see notebooks/.`);
  const mode = values.quick ? 'quick' : values.sample ? 'sample' : 'full';
  let failed = 0;
  await executeAll(names, mode, Number(values.jobs), (name, report) => {
    const { error, stderr, rejections, failed: differing } = report;
    const why = [error, ...stderr, ...rejections, ...differing].filter(Boolean).join('\n');
    const end = report.gap ? ', up to its first gap' : '';
    console.log(`${why ? '✗' : '✓'} ${name}  ${report.seconds} s${end}${why ? `\n${why}` : ''}`);
    if (why) failed += 1;
  });
  return failed;
}

const [command, ...rest] = positionals;
if (command === 'strip') stripLessons();
else if (command === 'run') process.exitCode = (await run(rest)) ? 1 : 0;
else {
  console.log('usage: npm run notebooks -- strip | run [--quick | --sample] [--jobs N] [NAME …]');
  process.exitCode = 1;
}
