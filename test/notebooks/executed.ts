import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { checksOf } from '../../scripts/checks.mjs';
import { executedFile, executeAll, reportOf } from '../../scripts/lessons.mjs';
import { gapSentence } from '../../src/lesson/turn';
import { allLessons, chartsOf, codeOf, gapsOf, readLesson, type Lesson, type Output } from './read';

type Mode = 'full' | 'quick' | 'sample';

/** Declares the tests that these lessons must pass in this mode; executes what is not fresh first. */
export function lessonsRunWhole(names: readonly string[], mode: Mode, secondsEach: number): void {
  const stripped = new Map(allLessons().map((lesson) => [lesson.name, lesson]));

  test(
    `lessons are executed (${mode})`,
    async () => {
      await executeAll([...names], mode, 1, (name, { seconds, error }) =>
        console.log(`${error ? '✗' : '✓'} ${mode} ${name} ${seconds} s`),
      );
    },
    45 * 60_000,
  );

  describe.each(names)('%s', (name) => {
    const run = () => readLesson(executedFile(name, mode), name);

    test('ends without an error, a word on stderr or a lost rejection', () => {
      const report = reportOf(name, mode);
      expect(report).toMatchObject({ error: null, stderr: [], rejections: [], failed: [] });
      expect(report?.seconds).toBeLessThan(secondsEach);
    });

    test('runs every cell that the lesson has, an assignment those up to its first gap', () => {
      const lesson = run();
      const cells = codeOf(lesson);
      expect(cells.length).toBe(codeOf(stripped.get(name) ?? lesson).length);
      const [gap] = gapsOf(lesson);
      const end = gap ? cells.indexOf(gap.cell) + 1 : cells.length;
      cells.forEach((cell, at) => expect(cell.executed, cell.where).toBe(at < end));
      expect(reportOf(name, mode)?.gap).toBe(gap ? gapSentence(gap.missing, gap.help) : null);
    });

    test('has been checked after every cell that has checks', () => {
      const lesson = run();
      const executed = codeOf(lesson).filter((cell) => cell.executed);
      const ids = [...checksOf(name).after.keys()].filter((id) =>
        executed.some((cell) => cell.id === id),
      );
      expect(Object.keys(reportOf(name, mode)?.checks ?? {})).toEqual(expect.arrayContaining(ids));
      if (mode === 'full') {
        for (const id of ids)
          expect(reportOf(name, mode)?.checks[id], `cell ${id}`).toBeGreaterThan(0);
      }
    });

    test('leaves every turn open to the learner, and says ✓ to its solution', () => {
      for (const cell of codeOf(run()).filter(({ tags }) => tags.includes('turn'))) {
        expect(cell.outputs.map(textOf).join(''), cell.where).toMatch(/^✎ Your turn/);
        expect(reportOf(name, mode)?.checks[cell.id], `${cell.where}: solution`).toBe(1);
      }
    });

    // Only a full run can be asked for the numbers that the lesson names.
    if (mode === 'full') {
      test('uses the data, the rows and the epochs it says', () => expectFacts(run()));
    }

    test('draws each chart it promises, with words and a picture that is not blank', () => {
      for (const cell of codeOf(run()).filter(({ executed }) => executed)) {
        const charts = chartsOf(cell);
        const promised = cell.tags.includes('chart');
        expect(charts.length > 0, `${cell.where}: chart tag and charts agree`).toBe(promised);
        for (const chart of charts) expectSeen(chart, cell.where);
      }
    });
  });
}

/** What a lesson's metadata says of its training must stand in what it printed. */
function expectFacts(lesson: Lesson): void {
  const { data, rows, epochs } = lesson.metadata;
  const printed = lesson.cells.flatMap((cell) => cell.outputs.map(textOf)).join('\n');
  if (typeof data === 'string') expect(printed).toContain(`${data}: 60,000 training and`);
  expect(printed).not.toContain('ONLY A SAMPLE');
  if (typeof rows !== 'number' || typeof epochs !== 'number') return;
  const steps = Math.ceil(rows / 32).toLocaleString('en-US');
  expect(printed).toContain(`${steps} steps an epoch, of 32 examples each`);
  expect(printed).toMatch(new RegExp(`^ *${epochs}/${epochs} +\\d+(\\.\\d)? m?s `, 'm'));
}

function textOf({ text, data }: Output): string {
  return [text ?? data?.['text/plain'] ?? ''].flat().join('');
}

/** A chart is seen when it has words, one picture that holds ink, and no HTML that would hide it. */
function expectSeen(bundle: Record<string, unknown>, where: string): void {
  const alt = String(bundle['text/plain'] ?? '');
  expect(alt.length, `${where}: alt text`).toBeGreaterThan(20);
  expect(bundle['text/html'], `${where}: no HTML beside the chart`).toBeUndefined();
  const { data, width, height } = PNG.sync.read(
    Buffer.from(String(bundle['image/png'] ?? ''), 'base64'),
  );
  let ink = 0;
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 160) ink += 1;
  expect(ink / (width * height), `${where}: ink on the paper`).toBeGreaterThan(0.002);
}
