import { expect, test } from 'vitest';
import { withChecks } from '../../scripts/checks.mjs';
import { executeCopy, readNotebook, sourceOf, type RawCell } from './copies';
import { someOf } from './every';

// A lesson's checks are worth something only if a run that went wrong fails them. So some lessons
// are broken on purpose, each in a way a learner might, and must be caught by one of their checks.

const mistakes: Record<string, (source: string) => string> = {
  'an untrained network': (source) =>
    source.replace(/tf\.train\.adam\(\)/g, 'tf.train.adam(0)').replace(/sgd\(0\.01\)/g, 'sgd(0)'),
  'unscaled pixels': (source) => source.replace(/toTensors\((\w+)\)/g, "toTensors($1, 10, 'none')"),
  'half the epochs': (source) =>
    source.replace(
      /epochs: (\d+)/g,
      (_, epochs: string) => `epochs: ${Math.ceil(Number(epochs) / 2)}`,
    ),
};

const lessons = [
  '02-fashion-from-csv',
  '04-fashion-lab',
  '06-fashion-program',
  '08-fashion-from-files',
  '16-digit-assignment-solution',
];

const pairs = lessons.flatMap((lesson) =>
  Object.keys(mistakes).map((mistake) => [mistake, lesson] as const),
);
/** The mistakes in turn, one in each lesson but the longest. */
const some = lessons.slice(0, 4).map((_, at) => pairs[at * 3 + (at % 3)]!);

test.each(someOf(pairs, some))(
  '%s is noticed in %s',
  async (mistake, lesson) => {
    const notebook = readNotebook(lesson);
    let changed = 0;
    const cells = notebook.cells.map((cell): RawCell => {
      if (cell.cell_type !== 'code') return cell;
      const source = mistakes[mistake]!(sourceOf(cell));
      if (source !== sourceOf(cell)) changed += 1;
      return { ...cell, source };
    });
    expect(changed).toBeGreaterThan(0);

    const name = `${lesson}-${mistake.replaceAll(' ', '-')}`;
    const broken = withChecks({ ...notebook, cells }, lesson);
    const { report } = await executeCopy('mistakes', name, broken, 'sample');
    const said = [report.error ?? '', ...report.failed].join('\n');
    expect(said).toMatch(/the lesson (expects|says)/);
  },
  180_000,
);
