import { spawnSync } from 'node:child_process';
import type { Server } from 'node:http';
import * as tf from '@tensorflow/tfjs-node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as nnlab from '../../src/index';
import { ownFolder } from '../data/made';
import { openBrowser } from '../../scripts/chromium.mjs';
import { lesson } from './lesson.mjs';
import { addressOf, runLesson, serve } from './page';

type Lesson = Awaited<ReturnType<typeof lesson>>;

/** What the worker answers. */
interface Answer {
  readonly result: Lesson;
  readonly error?: string;
  readonly shown: readonly { types: string[]; id: string; update: boolean }[];
  readonly said: readonly string[];
}

const PATIENCE = 60_000;

let browser: Browser;
let server: Server;
let page: Page;
const outside: string[] = [];

beforeAll(async () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/browser-library.mjs']);
  if (status !== 0) throw new Error(stderr.toString());
  [server, browser] = await Promise.all([serve(), openBrowser()]);
  page = await browser.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(addressOf(server))) outside.push(request.url());
  });
  await page.goto(addressOf(server));
}, PATIENCE);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const work = ownFolder();

/** The same lesson on Node, on the sample, as quietly as in the worker. */
async function onNode(options: Parameters<typeof lesson>[2]): Promise<Lesson> {
  vi.stubEnv('NNLAB_DATA', 'sample');
  vi.stubEnv('NNLAB_WORK', work);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  try {
    return await lesson(nnlab, tf, options);
  } finally {
    log.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** Decimal places. Both compute with single precision, and add up in another order. */
const CLOSE = 3;
const CLOSE_FOR_ONE_IMAGE = 2;

describe.each([
  ['a network without dropout', { epochs: 3 }],
  ['a network with dropout', { epochs: 3, dropout: true }],
])('in a worker of Chromium, %s', (_, options) => {
  let here: Answer;
  let there: Lesson;

  beforeAll(async () => {
    here = (await runLesson(page, options)) as Answer;
    if (here.error) throw new Error(here.error);
    there = await onNode(options);
  }, PATIENCE);

  test('learns what it learns on Node from the same seed', () => {
    const figures = ({ history }: Lesson) => history.flatMap((row) => [row.loss, row.accuracy]);
    expect(here.result.history.length).toBe(6);
    figures(here.result).forEach((value, i) => {
      expect(value).toBeCloseTo(figures(there)[i] as number, CLOSE);
    });
    expect(here.result.measured.loss).toBeCloseTo(there.measured.loss, CLOSE);
    expect(here.result.measured.accuracy).toBeGreaterThan(0.7);
  });

  test('predicts as on Node, and once more the same when saved and loaded', () => {
    here.result.first.flat().forEach((value, i) => {
      expect(value).toBeCloseTo(there.first.flat()[i] as number, CLOSE_FOR_ONE_IMAGE);
    });
    expect(here.result.same).toBe(true);
    expect(here.result.file).toBe(there.file);
    expect(here.result.classNames).toEqual(there.classNames);
  });

  test('finds the facts of the table that Polars finds', () => {
    const { mean, standardDeviation, ...whole } = here.result.facts;
    expect(mean).toBeCloseTo(there.facts.mean, 12);
    expect(standardDeviation).toBeCloseTo(there.facts.standardDeviation, 12);
    expect({ ...there.facts, ...whole }).toEqual(there.facts);
    expect(here.result.digits).toBe(there.digits);
  });

  test('shows one table that grows in its place, and a chart', () => {
    const tables = here.shown.filter(({ types }) => types.includes('text/html'));
    expect(new Set(tables.map(({ id }) => id)).size).toBe(1);
    expect(tables.length).toBeGreaterThan(1);
    expect(tables.map(({ update }) => update)).toEqual(tables.map((_, i) => i > 0));
    expect(here.shown.at(-1)?.types).toEqual(['application/vnd.vegalite.v5+json', 'text/plain']);
  });

  test('says what it runs on and that it has a sample only', () => {
    expect(here.said[0]).toMatch(/Chrome \d+ · TensorFlow.js [\d.]+ on WebAssembly/);
    expect(here.said.join('\n')).toContain('This site has no more of it');
  });
});

test('nothing is asked of any other address', () => {
  expect(outside).toEqual([]);
});
