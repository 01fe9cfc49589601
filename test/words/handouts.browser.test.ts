import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lessonFile, lessonNames, root } from '../../scripts/lessons.mjs';
import { openBrowser } from '../../scripts/chromium.mjs';
import { flawsIn, missingPictures, placesOf, targetsIn } from './flaws';
import { FAULTY } from './faulty';
import { writeWords } from './notebook';

// Every page of the handouts, of lessons that were not executed: their words are all there.

const out = mkdtempSync(path.join(tmpdir(), 'nnlab-words-'));
const PAGES = [...lessonNames().slice(1), 'index'];
const PROSE = '.prose, .lessons, summary';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const notebooks = [
    ...lessonNames().map(lessonFile),
    writeWords('faulty-words', ['# Every fault', ...Object.values(FAULTY)]),
  ];
  const python = path.join(root, '.venv/bin/python');
  const build = [path.join(root, 'handouts/build.py'), '--out', out, '--', ...notebooks];
  const { status, stderr } = spawnSync(python, build, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  browser = await openBrowser();
  page = await browser.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(out, { recursive: true, force: true });
});

const open = (name: string) =>
  page.goto(`file://${path.join(out, `${name}.html`)}`, { waitUntil: 'load' });

/** The places of each page, looked up once. */
const places = new Map<string, readonly string[]>();
async function placesIn(file: string): Promise<readonly string[]> {
  if (!places.has(file)) {
    const other = await browser.newPage({ javaScriptEnabled: false });
    await other.goto(`file://${path.join(out, file)}`);
    places.set(file, await other.evaluate(placesOf));
    await other.close();
  }
  return places.get(file) ?? [];
}

async function deadLinks(file: string): Promise<string[]> {
  const dead: string[] = [];
  for (const { target, words } of await page.evaluate(targetsIn, 'main')) {
    if (/^(https?|mailto|data|blob):/.test(target)) continue;
    const [name = '', place] = decodeURI(target).split('#');
    const there = existsSync(path.join(out, name || file));
    const found = there && (!place || (await placesIn(name || file)).includes(place));
    if (!found) dead.push(`${words}: ${target}`);
  }
  return dead;
}

describe.each(PAGES)('the handout %s', (name) => {
  test('leaves nothing raw, and every link and picture leads somewhere', async () => {
    await open(name);
    expect(await page.evaluate(flawsIn, PROSE)).toEqual([]);
    expect(await deadLinks(`${name}.html`)).toEqual([]);
    expect(await page.evaluate(missingPictures, 'main')).toEqual([]);
  });
});

test('a page with every fault shows each of them', async () => {
  await open('faulty-words');
  const flaws = (await page.evaluate(flawsIn, PROSE)).join('\n');
  for (const flaw of Object.keys(FAULTY).filter((fault) => !fault.includes('link'))) {
    expect(flaws).toContain(flaw);
  }
  const dead = (await deadLinks('faulty-words.html')).join('\n');
  expect(dead).toContain('no file');
  expect(dead).toContain('no place');
});

test('the course page has a picture and the minutes of every lesson, and stays small', async () => {
  await open('index');
  const lessons = page.locator('.lessons li');
  expect(await lessons.count()).toBe(lessonNames().length); // and the faulty one
  expect(await page.locator('.lessons img').count()).toBe(lessonNames().length - 1);
  expect(await page.locator('.lessons .minutes').count()).toBe(lessonNames().length - 1);
  expect(readFileSync(path.join(out, 'index.html')).length).toBeLessThan(250_000);
});
