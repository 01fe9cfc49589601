import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/setup/project.mjs';
import { wrongAnswers } from './answers';
import { Desk } from './desk';

// The instructor's way: release, hand out, collect what comes back under any file name, grade, give back.

const NAME = '15-digit-assignment';
interface Cell {
  cell_type: string;
  id: string;
  source: string | string[];
  outputs?: { output_type: string; text?: string; evalue?: string }[];
  metadata: { tags?: string[]; nbgrader?: { grade_id: string; points?: number; locked: boolean } };
}
interface Notebook {
  cells: Cell[];
}

// Learners come here, too: where learners' folders lie, and what they own is theirs.
mkdirSync(join(root, 'work'), { recursive: true });
const course = mkdtempSync(join(root, 'work', 'course-'));
chmodSync(course, 0o755);
const handedIn = join(course, 'handed in');
afterAll(() => rmSync(course, { recursive: true, force: true }));

/** A learner of a hub, and what lies between: the exchange of this course alone. */
const hubs = new Desk(join(course, 'desk'), join(course, 'work', '.exchange'));

const calls = (...args: string[]) =>
  spawn(process.execPath, [join(root, 'scripts/assignment.mjs'), ...args, '--course', course], {
    env: { ...process.env, NNLAB_WORK: course },
  });

/** One call of `npm run assignment`, with what it said. */
async function assignment(...args: string[]) {
  const child = calls(...args);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (said += part.toString()));
  }
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, said };
}

const read = (...path: string[]) =>
  JSON.parse(readFileSync(join(course, ...path), 'utf8')) as Notebook;
const sourceOf = ({ source }: Cell) => [source].flat().join('');
const idOf = ({ metadata }: Cell) => metadata.nbgrader?.grade_id ?? '';

/** A learner's notebook: the package with the solution's answers, but for some of their own. */
function handIn(file: string, answers: Record<string, string>, change = (cells: Cell[]) => cells) {
  const solved = read('source', NAME, `${NAME}.ipynb`);
  const solutions = new Map(solved.cells.map((cell) => [idOf(cell), sourceOf(cell)]));
  const notebook = read('release', NAME, `${NAME}.ipynb`);
  for (const cell of notebook.cells) {
    const gap = cell.metadata.tags?.find((tag) => tag.startsWith('gap:'))?.slice(4);
    if (gap) cell.source = answers[gap] ?? solutions.get(gap) ?? '';
  }
  mkdirSync(handedIn, { recursive: true });
  const changed = { ...notebook, cells: change(notebook.cells) };
  writeFileSync(resolve(handedIn, file), JSON.stringify(changed));
}

/** A line of the table of marks, by its heading. */
function marksOf(learner: string): Record<string, string> {
  const [head = '', ...lines] = readFileSync(join(course, 'marks.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const line = lines.find((one) => one.startsWith(`${learner},`)) ?? '';
  const names = head.split(',').map((name) => name.replace(/ \(\d+\)$/, ''));
  return Object.fromEntries(line.split(',').map((value, at) => [names[at] ?? '', value]));
}

const everything = {
  rows: '1',
  deeper: '1',
  leaky: '2',
  rmsprop: '1',
  run: '1',
  train: '2',
  augmented: '2',
  own: '1',
  table: '1',
  chart: '1',
  choice: '1',
  test: '1',
  grid: '1',
  once: '1',
};
const words = (cells: Cell[]) =>
  cells.map((cell) => (idOf(cell).startsWith('words-') ? { ...cell, source: 'Because.' } : cell));
const wrong = (gap: string) => wrongAnswers.find((answer) => answer.gap === gap)?.code ?? '';

/** Nothing of the assignment's own checks is left, and some of its cells are gone. */
function tampered(cells: Cell[]): Cell[] {
  const kept = cells.filter((cell) => idOf(cell) !== 'check-leaky' && cell.id !== '2c17fca4');
  return kept.map((cell) =>
    idOf(cell).startsWith('check-') ? { ...cell, source: "console.log('all is well')" } : cell,
  );
}

/** A right answer that trains in a moment. */
const SMALL = `const small = () => tf.sequential({ layers: [
  tf.layers.flatten({ inputShape: [28, 28] }), tf.layers.dense({ units: 10, activation: 'softmax' })] });
const ownModel = prepared(small, tf.train.adam());
await train(ownModel, trainData, plan);`;

/** Looks for what it should not see, and for the world outside. */
const SPY = `
const { readdirSync, readFileSync } = await import('fs');
const roots = [process.env.NNLAB_ROOT + '/classroom', process.env.NNLAB_ROOT + '/notebooks', '${course}'];
const found = roots.map((folder) => readdirSync(folder).length);
const here = readdirSync('.', { recursive: true }).map(String).join(' ');
const reached = await fetch('http://192.0.2.1:8080').then(() => 'yes', ({ cause }) => cause.code);
console.log('SPY', JSON.stringify({ found, here, reached, grading: String((globalThis as any).nnlabGrading.deeper) }));
`;

/** One notebook for all, because each that is graded trains six networks. */
const ALL_WRONGS = {
  deeper: `function expectEqual() {}\n${wrong('deeper')}`,
  leaky: wrong('leaky'),
  rmsprop: `${wrong('rmsprop')}\nprocess.exit(0);`,
  run: 'while (true) {}',
  // By now four networks are trained, and will be again.
  augmented: "process.kill(process.pid, 'SIGKILL');",
  own: SMALL,
  chart: `${SPY}\nconst chart: Chart = runCurves(results);`,
  choice: wrong('choice'),
  test: "const tested: Measured = gap('left open', 'Instruction 5');",
};

let graded: Awaited<ReturnType<typeof assignment>>;

beforeAll(async () => {
  expect(await assignment('release', '--hub')).toMatchObject({ status: 0 });
  handIn(`Anna Schön_4711_assignsubmission_file_${NAME}.ipynb`, {}, words);
  hubs.does('fetch_assignment');
  handIn(hubs.file(`${NAME}.ipynb`), ALL_WRONGS, tampered);
  hubs.does('submit');
  expect(await assignment('collect', handedIn)).toMatchObject({ status: 0 });
  expect(await assignment('collect', '--hub')).toMatchObject({ status: 0 });
  const config = join(course, 'nbgrader_config.py');
  writeFileSync(config, `${readFileSync(config, 'utf8')}c.RunSubmission.seconds = 30\n`);
  graded = await assignment('grade', '--hub', '--quick', '--sample');
}, 900_000);

describe('the learner’s package', () => {
  const released = () => read('release', NAME, `${NAME}.ipynb`);

  test('has the gaps of the lesson, its checks without their hidden parts, and no solution', () => {
    const lesson = JSON.parse(
      readFileSync(join(root, 'notebooks', `${NAME}.ipynb`), 'utf8'),
    ) as Notebook;
    const text = released().cells.map(sourceOf).join('\n');
    expect(text).not.toMatch(/nnlabGrading|HIDDEN|BEGIN SOLUTION|16-digit/);
    expect(text.match(/\bgap\(/g)?.length).toBe(
      lesson.cells
        .map(sourceOf)
        .join('\n')
        .match(/\bgap\(/g)?.length,
    );
    expect(released().cells).toHaveLength(lesson.cells.length);
  });

  test('gives 20 points', () => {
    const points = released().cells.map(({ metadata }) => metadata.nbgrader?.points ?? 0);
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(20);
  });
});

describe('grading', () => {
  test('ends well', () => expect(graded).toMatchObject({ status: 0 }));

  test('gives the solution all points but those for words, which a person reads', () => {
    const marks = marksOf('anna-schon');
    expect(marks).toMatchObject({ ...everything, reason: 'by hand', sentences: 'by hand' });
    expect(marks).toMatchObject({ 'points so far': '17', of: '20', 'to mark by hand': '2' });
  });

  test('puts back checks and cells that were changed or deleted, and counts a slip once', () => {
    expect(marksOf(hubs.name)).toMatchObject({ deeper: '0', leaky: '0', rmsprop: '0', train: '2' });
  });

  test('takes from a notebook that loops, ends the kernel and chooses badly those points alone', () => {
    const slips = { deeper: '0', leaky: '0', rmsprop: '0', choice: '0' };
    const ends = { run: '0', augmented: '0' };
    // Who has tested nothing has not used the test images once.
    const open = { test: '0', once: '0', reason: '0', sentences: '0' };
    expect(marksOf(hubs.name)).toMatchObject({ ...everything, ...slips, ...ends, ...open });
  });

  test('lets a notebook see neither solutions nor checks, and no network', () => {
    const cells = read('autograded', hubs.name, NAME, `${NAME}.ipynb`).cells;
    const said = cells.flatMap(({ outputs = [] }) => outputs.map(({ text = '' }) => text)).join('');
    const spied = /SPY (.*)/.exec(said)?.[1] ?? '{}';
    const { found, here, reached, grading } = JSON.parse(spied) as Record<string, unknown>;
    expect(found).toEqual([0, 0, 0]);
    expect(here).not.toMatch(/ipynb|checks\.cjs/);
    expect(reached).toBe('ENETUNREACH');
    expect(grading).toMatch(/layers/);
  });
});

test('each learner gets a page with the points and what was found, without the hidden checks', () => {
  const pageOf = (learner: string) =>
    readFileSync(join(course, 'feedback', learner, NAME, `${NAME}.html`), 'utf8');
  const good = pageOf('anna-schon');
  expect(good.match(/anna-schon: <strong>(.*?)<\/strong>/)?.[1]).toBe('17 of 20');
  expect(good).not.toMatch(/nnlabGrading|href="index.html"/);
  const page = pageOf(hubs.name);
  expect(page).toContain('The cell above ended with: This cell took more than 30 s.');
  expect(page).toContain('This cell ended the kernel.');
  expect(page).toContain('class="bar"');
  expect(page).not.toContain('HIDDEN TESTS');
});

test('a learner of a hub fetches that page, which lies with the learner’s work', () => {
  hubs.does('fetch_feedback');
  expect(hubs.feedback()).toContain(`${hubs.name}: <strong>7 of 20</strong>`);
}, 60_000);

test('formgrader opens with the course, and its Lab ends with the command', async () => {
  const child = calls('open');
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const address = await new Promise<string>((found) => {
    child.stderr.on('data', (text: Buffer) => {
      const [line] = /http:\/\/127\.0\.0\.1:\S+/.exec(text.toString()) ?? [];
      if (line) found(line);
    });
  });
  const asked = await fetch(address.replace('formgrader', 'formgrader/api/assignments'));
  expect(await asked.json()).toMatchObject([{ name: NAME, status: 'released' }]);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await expect(fetch(address)).rejects.toThrow('fetch failed');
}, 120_000);

test('of two notebooks of a learner the later one counts, and a file without a name has its writer’s', async () => {
  rmSync(handedIn, { recursive: true });
  const named = (cells: Cell[]) =>
    cells.map((cell) =>
      cell.metadata.tags?.includes('name') ? { ...cell, source: 'Name: Dora Ng' } : cell,
    );
  handIn(`${NAME} (2).ipynb`, {}, named);
  handIn(`bauerbert_12345_67890_${NAME}-1.ipynb`, { deeper: 'of Canvas' });
  handIn(`Assignment_emil_attempt_2026-01-30-15-00-00_${NAME}.ipynb`, { deeper: 'the first' });
  handIn(`Assignment_emil_attempt_2026-02-01-08-00-00_${NAME}.ipynb`, { deeper: 'the second' });
  cpSync(join(handedIn, `${NAME} (2).ipynb`), join(handedIn, 'Fritz Groß', `${NAME}.ipynb`));
  expect(await assignment('collect', handedIn)).toMatchObject({ status: 0 });
  const submitted = (learner: string) =>
    read('submitted', learner, NAME, `${NAME}.ipynb`).cells.map(sourceOf);
  expect(submitted('dora-ng')).toContain('Name: Dora Ng');
  expect(submitted('bauerbert')).toContain('of Canvas');
  expect(submitted('emil')).toContain('the second');
  expect(submitted('fritz-gross')).toContain('Name: Dora Ng');
}, 60_000);

test('a folder that is not there, and a command that is none, are told in a sentence', async () => {
  expect((await assignment('collect', join(course, 'nowhere'))).said).toContain(
    'There is no folder',
  );
  expect((await assignment('regrade')).said).toContain('Use: npm run assignment');
}, 60_000);
