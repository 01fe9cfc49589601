import { describe, expect, test } from 'vitest';
import { allLessons, headingsOf, type Lesson } from './read';

interface Plan {
  readonly where: string;
  readonly parts: readonly string[];
  readonly minutes: readonly number[];
  readonly sum: number;
}

const lessons = allLessons();
const agendas = lessons.filter(({ name }) => name.endsWith('-agenda'));

/** The tables with a column "minutes", read from the markdown as a reader sees them. */
function plansOf(lesson: Lesson): Plan[] {
  return lesson.cells
    .filter(({ kind }) => kind === 'markdown')
    .flatMap(({ source, where }) =>
      [...source.matchAll(/(?:^\|.*\|$\n?)+/gm)].flatMap(([table]) => planOf(table, where)),
    );
}

function planOf(table: string, where: string): Plan[] {
  const [head = [], , ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').slice(1, -1).map(plain));
  const at = head.indexOf('minutes');
  if (at < 0) return [];
  const last = rows.pop() ?? [];
  expect(last[0], `${where}: the last row`).toBe('Sum');
  const parts = rows.map(([part = '']) => part);
  const minutes = rows.map((row) => minutesIn(row[at]));
  return [{ where, parts, minutes, sum: minutesIn(last[at]) }];
}

const plain = (cell: string) => cell.replaceAll('*', '').trim();

/** Only whole numbers can be added up: "5-7" or an empty place is no plan. */
const minutesIn = (text = '') => (/^\d+$/.test(text) ? Number(text) : NaN);

/** Headings of other lessons that an agenda leads to, as `lesson#heading`. */
const placesIn = (agenda: Lesson) =>
  agenda.cells.flatMap(({ source }) =>
    [...source.matchAll(/\]\(([^)#\s]+)\.ipynb#([^)\s]+)\)/g)].map(
      ([, lesson = '', heading = '']) => `${lesson}#${decodeURI(heading)}`,
    ),
  );

/** The places of a lesson's headings; JupyterLab and the handouts write - for a space. */
const placesOf = (lesson: Lesson) =>
  headingsOf(lesson).map(({ text }) => `${lesson.name}#${text.trim().replaceAll(' ', '-')}`);

test('there are two agendas', () => {
  expect(agendas.map(({ name }) => name)).toEqual(['13-digit-agenda', '21-keras-agenda']);
});

describe.each(agendas.map((agenda) => [agenda.name, agenda] as const))('%s', (_, agenda) => {
  const plans = plansOf(agenda);

  test('has minutes that add up in each of its plans', () => {
    expect(plans.length).toBeGreaterThanOrEqual(2);
    for (const { where, minutes, sum } of plans) {
      expect(minutes.length, where).toBeGreaterThan(3);
      expect(
        minutes.reduce((total, one) => total + one, 0),
        where,
      ).toBe(sum);
    }
  });

  test('has a version for one hour', () => {
    expect(plans.map(({ sum }) => sum)).toContain(60);
  });

  test('announces the time of its long plan in the head of the notebook', () => {
    expect(plans.map(({ sum }) => sum)).toContain(agenda.metadata['minutes']);
  });

  test('gives each part in its heading the minutes of the long plan', () => {
    const long = plans.find(({ sum }) => sum === agenda.metadata['minutes']);
    const planned = long?.parts.map((part, at) => `${part}: ${long.minutes[at]} minutes`);
    const headings = headingsOf(agenda).map(({ text }) => text.trim());
    expect(headings.filter((text) => text.endsWith(' minutes'))).toEqual(planned);
  });

  test('leads to headings that the lessons have', () => {
    const known = new Set(lessons.flatMap(placesOf));
    expect(placesIn(agenda).filter((place) => !known.has(place))).toEqual([]);
  });
});

test('the Keras agenda leads to each topic of the Keras lesson', () => {
  const lesson = lessons.find(({ name }) => name === '19-keras-lesson');
  const agenda = agendas.find(({ name }) => name === '21-keras-agenda');
  const topics = lesson ? placesOf(lesson).filter((place) => place.includes('#Topic-')) : [];
  expect(topics).toHaveLength(4);
  expect(agenda ? placesIn(agenda) : []).toEqual(expect.arrayContaining(topics));
});

describe('where an agenda names the minutes of another lesson, they are that lesson’s:', () => {
  const textOf = (name: string) =>
    agendas
      .find((agenda) => agenda.name === name)
      ?.cells.map(({ source }) => source)
      .join('\n');
  const minutesOf = (name: string) =>
    String(lessons.find((lesson) => lesson.name === name)?.metadata['minutes']);

  test('the digit agenda', () => {
    const activity = `The ${minutesOf('12-digit-activity')} minutes at its\ntop`;
    expect(textOf('13-digit-agenda')).toContain(activity);
  });

  test('the Keras agenda', () => {
    const [lesson, activity] = ['19-keras-lesson', '20-keras-activity'].map(minutesOf);
    const both = `The Keras lesson (${lesson} minutes) and the activity (${activity})`;
    expect(textOf('21-keras-agenda')).toContain(both);
  });
});
