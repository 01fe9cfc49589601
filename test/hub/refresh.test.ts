import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classPython } from '../../scripts/setup/class.mjs';
import { root } from '../../scripts/setup/project.mjs';

// What becomes of a learner's folder when the course has new lessons: nbgitpuller's rules, seen from the folder.

const place = mkdtempSync(path.join(tmpdir(), 'nnlab-refresh-'));
const course = path.join(place, 'course', 'notebooks');
const own = path.join(place, 'anna', 'notebooks');
const bundle = path.join(place, 'lessons.bundle');
const exchange = path.join(place, 'exchange', 'nnlab');
afterAll(() => rmSync(place, { recursive: true, force: true }));

const REFRESH = `import sys
from pathlib import Path
from nnlab_hub.learner import refresh
from nnlab_hub.lessons import publish
bundle, course, folder, exchange = map(Path, sys.argv[1:])
publish(bundle, course, exchange)
refresh(folder, bundle)`;

/** A new start of the learner's server; what it said. */
async function starts(): Promise<string> {
  const folders = [bundle, path.dirname(course), path.dirname(own), path.dirname(exchange)];
  const { stdout, stderr } = spawnSync(await classPython(), ['-c', REFRESH, ...folders], {
    cwd: path.dirname(own),
    env: { ...process.env, PYTHONPATH: path.join(root, 'classroom'), NBGITPULLER_DEPTH: '0' },
    encoding: 'utf8',
  });
  return stdout + stderr;
}

/** A notebook of some cells, as the course and JupyterLab write it. */
function lesson(...cells: { code: string; says?: string }[]): string {
  const notebook = {
    cells: cells.map(({ code, says }, at) => ({
      cell_type: 'code',
      execution_count: says === undefined ? null : at + 1,
      id: `cell-${at}`,
      metadata: {},
      outputs: says === undefined ? [] : [{ name: 'stdout', output_type: 'stream', text: says }],
      source: code,
    })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

const write = (folder: string, name: string, text: string) =>
  writeFileSync(path.join(folder, `${name}.ipynb`), text);
const read = (name: string) => readFileSync(path.join(own, `${name}.ipynb`), 'utf8');
const has = (name: string) => existsSync(path.join(own, `${name}.ipynb`));
// Long enough to be known by it: git takes what resembles a lesson taken away for that lesson with a new name.
const first = (name: string) => ({ code: `// ${name}\n`.repeat(40) });
const plain = (name: string) => lesson(first(name), { code: 'two' });
const renewed = (name: string) => lesson(first(name), { code: 'renewed' });
const mine = (name: string) => ({ code: `${first(name).code}// mine`, says: 'seen' });
const executed = (name: string) => lesson(mine(name), { code: 'two' });

const CHANGED = ['changed', 'both', 'dropped-changed', 'moved'];
const OTHERS = ['untouched', 'same-place', 'deleted', 'renamed', 'dropped'];
let said = '';

beforeAll(async () => {
  for (const folder of [course, own]) mkdirSync(folder, { recursive: true });
  for (const name of [...CHANGED, ...OTHERS]) write(course, name, plain(name));
  await starts();

  for (const name of CHANGED) write(own, name, executed(name));
  write(own, 'same-place', lesson({ code: 'one' }, { code: 'two, mine', says: 'mine' }));
  rmSync(path.join(own, 'deleted.ipynb'));
  renameSync(path.join(own, 'renamed.ipynb'), path.join(own, 'my name.ipynb'));
  write(own, 'new', lesson({ code: 'my own notebook', says: 'kept' }));
  write(own, 'scribbled', 'no notebook at all');

  for (const name of ['untouched', 'both', 'same-place', 'deleted', 'renamed'])
    write(course, name, renewed(name));
  write(course, 'new', renewed('dropped'));
  for (const name of ['dropped', 'dropped-changed']) rmSync(path.join(course, `${name}.ipynb`));
  renameSync(path.join(course, 'moved.ipynb'), path.join(course, 'moved-on.ipynb'));
  said = await starts();
}, 120_000);

describe('new lessons in a learner’s folder', () => {
  test('come in without a complaint', () => {
    expect(said).not.toContain('were not brought up to date');
  });

  test('take the place of those that the learner has not changed', () => {
    expect(read('untouched')).toBe(renewed('untouched'));
    expect(has('dropped')).toBe(false);
  });

  test('leave what the learner has changed, with its outputs', () => {
    expect(read('changed')).toBe(executed('changed'));
    expect(read('dropped-changed')).toBe(executed('dropped-changed'));
    expect(read('scribbled')).toBe('no notebook at all');
  });

  test('come beside the learner’s changes where these are in other cells', () => {
    expect(read('both')).toBe(lesson(mine('both'), { code: 'renewed' }));
  });

  test('give way where both have changed the same cell', () => {
    expect(read('same-place')).toContain('two, mine');
    expect(read('same-place')).not.toContain('renewed');
    expect(() => JSON.parse(read('same-place')) as unknown).not.toThrow();
  });

  test('come back where they were deleted or renamed, and the renamed one stays', () => {
    expect(read('deleted')).toBe(renewed('deleted'));
    expect(read('renamed')).toBe(renewed('renamed'));
    expect(read('my name')).toBe(plain('renamed'));
  });

  test('with a new name take the learner’s changes along', () => {
    expect(read('moved-on')).toBe(executed('moved'));
    expect(has('moved')).toBe(false);
  });

  test('set a notebook of the learner’s own beside the lesson of the same name', () => {
    expect(read('new')).toBe(renewed('dropped'));
    const aside = readdirSync(own).find((file) => /^new__\d{14}\.ipynb$/.test(file)) ?? '';
    expect(readFileSync(path.join(own, aside), 'utf8')).toContain('my own notebook');
  });
});

test('another start changes nothing', async () => {
  const before = readdirSync(own).map((file) => readFileSync(path.join(own, file), 'utf8'));
  await starts();
  const after = readdirSync(own).map((file) => readFileSync(path.join(own, file), 'utf8'));
  expect(after).toEqual(before);
}, 60_000);

test('a folder that is no repository any more is filled again, and nothing in it is overwritten', async () => {
  rmSync(path.join(path.dirname(own), '.git'), { recursive: true });
  rmSync(path.join(own, 'untouched.ipynb'));
  await starts();
  expect(read('changed')).toBe(executed('changed'));
  expect(read('same-place')).toContain('two, mine');
  expect(read('untouched')).toBe(renewed('untouched'));
}, 60_000);

test('the assignment’s solution is kept back from when it is handed out until pages come back', async () => {
  const solution = '16-digit-assignment-solution';
  write(course, solution, plain(solution));
  await starts();
  expect(has(solution)).toBe(true);
  mkdirSync(path.join(exchange, 'outbound', '15-digit-assignment'), { recursive: true });
  mkdirSync(path.join(exchange, 'feedback'));
  await starts();
  expect(has(solution)).toBe(false);
  writeFileSync(path.join(exchange, 'feedback', 'page.html'), '');
  await starts();
  expect(has(solution)).toBe(true);
}, 120_000);
