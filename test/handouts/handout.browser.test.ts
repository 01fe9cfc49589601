import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/chromium.mjs';
import { projectFolder } from '../lab/server';
import { outsideAddresses } from './addresses';
import { drawWithMouse, folder, openOffline, predictorOf, seriousFindings } from './page';
import {
  clippedOnPaper,
  readOffline,
  readThrough,
  tooSmallForFingers,
  withoutTarget,
} from './reading';
import { built, executedSample, ran } from './sample-lesson';

let browser: Browser;
let notebooks: string[];
let pages: string;
const lesson = () => path.join(pages, '01-first.html');
const html = () => readFileSync(lesson(), 'utf8');

beforeAll(async () => {
  browser = await openBrowser();
  notebooks = executedSample();
  pages = await built('handouts', notebooks);
}, 180_000);
afterAll(() => browser.close());

describe('a page that works alone', () => {
  test('asks for nothing while it is read to the end, and no script complains', async () => {
    const { page, requests, complaints } = await readOffline(browser, lesson());
    await predictorOf(page);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('names no outside address in an element, a script or a style sheet', () => {
    expect(outsideAddresses(html())).toEqual([]);
    expect(outsideAddresses(readFileSync(path.join(pages, 'index.html'), 'utf8'))).toEqual([]);
  });

  test('weighs less than 3 MB and opens in less than a second', async () => {
    expect(statSync(lesson()).size).toBeLessThan(3e6);
    const times = [];
    for (let time = 0; time < 3; time++) {
      const { page } = await openOffline(browser, lesson());
      times.push(
        Number(
          await page.evaluate(
            'performance.timing.loadEventEnd - performance.timing.navigationStart',
          ),
        ),
      );
      await page.context().close();
    }
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  test('is what nbconvert makes of the notebook, too', () => {
    const config = path.join(projectFolder, 'handouts/nbconvert_config.py');
    const out = path.join(folder, 'nbconvert');
    ran(path.join(projectFolder, '.venv/bin/jupyter'), [
      ...['nbconvert', '--config', config, '--output-dir', out, notebooks[0] ?? ''],
    ]);
    const single = readFileSync(path.join(out, '01-first.html'), 'utf8');
    expect(single).toContain('Figure 3.');
    expect(outsideAddresses(single)).toEqual([]);
  });
});

describe('for reading', () => {
  let page: Page;
  beforeAll(async () => {
    page = (await readOffline(browser, lesson())).page;
  }, 120_000);
  afterAll(() => page.context().close());

  test('every chart of the notebook is drawn, and answers to the mouse', async () => {
    expect(await page.locator('figure[data-chart="drawn"] svg.marks').count()).toBe(3);
    const mark = page.locator('figure svg.marks .mark-symbol path').first();
    await mark.hover();
    await expect.poll(() => page.locator('#vg-tooltip-element').innerText()).toMatch(/epoch/i);
  });

  test('formulas are set, for the eye and for a screen reader', async () => {
    expect(await page.locator('.katex-display math').count()).toBe(1);
    expect(await page.locator('main').innerText()).not.toMatch(/\$\S.*\$/);
    expect(await page.locator('main').innerText()).toContain('A price of $5 is no formula.');
    expect(await page.evaluate('document.fonts.check("16px KaTeX_Main")')).toBe(true);
    expect(await page.evaluate('document.fonts.check("16px KaTeX_Size2")')).toBe(true);
  });

  test('code is coloured as TypeScript, without prompts', async () => {
    expect(await page.locator('.code .k, .code .kd').allInnerTexts()).toContain('const');
    expect(await page.locator('.code .mf, .code .mi').allInnerTexts()).toContain('128');
    expect(await page.locator('main').innerText()).not.toMatch(/In ?\[/);
  });

  test('one H1, a language, landmarks and a skip link that works', async () => {
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    for (const landmark of ['header', 'main', 'footer', 'nav[aria-label="On this page"]']) {
      expect(await page.locator(landmark).count(), landmark).toBe(1);
    }
    await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to the lesson');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('lesson');
  });

  test('every link inside the page and between lessons leads somewhere', async () => {
    expect(await page.locator('.contents a').allInnerTexts()).toContain('Build and train');
    expect(await withoutTarget(page, pages)).toEqual([]);
    expect(html()).toContain('href="02-second.html#Build-and-train"');
    expect(html()).toContain('href="index.html"');
    expect(html()).not.toMatch(/href="[^":]*\.ipynb/);
  });

  test('the contents mark the section that is read, after a jump up as after a jump down', async () => {
    const marked = page.locator('.contents a[aria-current]');
    for (const section of ['Exercises', 'Build and train', 'Exercises']) {
      await page.locator('.contents a', { hasText: section }).click();
      await expect.poll(() => marked.allInnerTexts(), { timeout: 10_000 }).toEqual([section]);
    }
    await page.evaluate('scrollTo({ top: 0, behavior: "instant" })');
    await expect.poll(() => marked.count()).toBe(0);
  });

  test('version, date and data set stand at the end', async () => {
    const end = await page.locator('footer').innerText();
    expect(end).toMatch(/nnlab \d+\.\d+\.\d+, made on \d{4}-\d\d-\d\d\./);
    expect(end).toContain('Data: Fashion-MNIST');
  });

  test('the projector button enlarges the type', async () => {
    const size = () => page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)');
    const before = Number(await size());
    await page.locator('#projector').click();
    expect(Number(await size())).toBeGreaterThan(before * 1.4);
    await page.locator('#projector').click();
    expect(Number(await size())).toBe(before);
  });

  test.each(['light', 'dark'] as const)('axe-core finds nothing serious: %s', async (theme) => {
    await page.locator('#theme').selectOption(theme);
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('nothing sticks out of a phone, and what is pressed is large enough for a finger', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await tooSmallForFingers(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
  });
});

describe('for doing', () => {
  let page: Page;
  beforeAll(async () => {
    page = (await openOffline(browser, lesson())).page;
  });
  afterAll(() => page.context().close());

  test('a drawing gets a guess from the trained model', async () => {
    const frame = await predictorOf(page);
    await drawWithMouse(page, frame, [
      [0.3, 0.3],
      [0.7, 0.3],
    ]);
    await expect
      .poll(() => frame.locator('#guess').innerText())
      .toMatch(/^Guess: [\w/ -]+, \d+\.\d %$/);
  });

  test('a quiz answers each option, by mouse and by key, and counts', async () => {
    const question = page.locator('.quiz-live fieldset').first();
    await question.getByRole('button', { name: 'The brightest pixel' }).click();
    expect(await question.locator('.feedback').innerText()).toBe(
      '✗ Not quite. That would be a maximum over the image.',
    );
    await question.getByRole('button', { name: 'Probabilities' }).click();
    expect(await question.locator('.feedback').innerText()).toContain('✓ Right.');
    expect(await page.locator('.score').innerText()).toBe(
      'Right at the first try: 0 of 2. Answered: 1.',
    );
    await page.locator('.quiz-live fieldset').nth(1).locator('button').first().focus();
    const right = (await page.locator('.quiz .key li b').allInnerTexts())[1] ?? '';
    await page.keyboard.press(right.toLowerCase());
    expect(await page.locator('.score').innerText()).toBe(
      'Right at the first try: 1 of 2. Answered: 2.',
    );
    await page.getByRole('button', { name: 'Start again' }).click();
    expect(await page.locator('.score').innerText()).toContain('Answered: 0.');
  });

  test('solutions are folded and unfold', async () => {
    const answer = page.getByText('the second answer');
    expect(await answer.isVisible()).toBe(false);
    const fold = page.locator('details.solution > summary');
    expect(await fold.getByRole('heading').innerText()).toBe('Exercise 2, solved');
    await fold.click();
    expect(await answer.isVisible()).toBe(true);
  });
});

test('without scripts every picture stands there with its words', async () => {
  const { page } = await openOffline(browser, lesson(), { javaScriptEnabled: false });
  const pictures = page.locator('figure img');
  expect(await pictures.count()).toBe(3);
  for (const picture of await pictures.all()) {
    expect(await picture.isVisible()).toBe(true);
    expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(20);
  }
  expect(await page.locator('.quiz').innerText()).toContain('What does softmax give?');
  await page.context().close();
});

test('on paper nothing is clipped, everything folded is open, and pictures replace what moves', async () => {
  const { page } = await readOffline(browser, lesson());
  await page.emulateMedia({ media: 'print' });
  // A4 without its margins, at 96 dots an inch.
  await page.setViewportSize({ width: 657, height: 980 });
  expect(await clippedOnPaper(page)).toEqual([]);
  expect(await page.locator('figure img').first().isVisible()).toBe(true);
  expect(await page.locator('figure .vega-embed').first().isVisible()).toBe(false);
  expect(await page.locator('.nnlab-note').isVisible()).toBe(true);
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  expect(await page.getByText('the second answer').isVisible()).toBe(true);
  expect(await page.getByText('The first answer, in full.').isVisible()).toBe(true);
  expect(await page.locator('.quiz .key').isVisible()).toBe(true);
  await page.context().close();
});

test('on paper the key of a quiz begins a page, so that it can be kept back', async () => {
  const { page } = await openOffline(browser, lesson());
  await page.emulateMedia({ media: 'print' });
  const [questions, key] = ['.quiz .questions > li', '.quiz .key'].map((one) => page.locator(one));
  expect(await key?.evaluate((it) => getComputedStyle(it).breakBefore)).toBe('page');
  expect(await questions?.first().evaluate((it) => getComputedStyle(it).breakInside)).toBe('avoid');
  await page.context().close();
});

test('on paper a column of numbers breaks none of them', async () => {
  const { page } = await openOffline(browser, lesson());
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 657, height: 980 });
  const lines = await page.evaluate(() => {
    const cells = [...document.querySelectorAll<HTMLElement>('.output.html td[style*="right"]')];
    return cells.map((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      cell.closest('table')!.style.width = '1px';
      return text.getClientRects().length;
    });
  });
  expect(lines.length).toBeGreaterThan(0);
  expect(new Set(lines)).toEqual(new Set([1]));
  await page.context().close();
});

test('--pdf prints each page', async () => {
  const out = await built('pdf', notebooks.slice(0, 1), '--pdf');
  const pdf = readFileSync(path.join(out, '01-first.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(50_000);
});

test('--student leaves every solution and the keys of the quizzes out', async () => {
  const out = await built('student', notebooks, '--student');
  const student = readFileSync(path.join(out, '01-first.html'), 'utf8');
  const given = ['The first answer, in full.', 'the second answer', 'the third answer', '>Key<'];
  given.push('They are shares of a whole.', '"correct":true');
  for (const text of given) {
    expect(html().includes(text), `full edition: ${text}`).toBe(true);
    expect(student.includes(text), `student edition: ${text}`).toBe(false);
  }
  expect(student).toContain('What does softmax give?');
  expect(student).toContain('How many weights has the network?');
});

test('from a web server, below any path, it is the same course', async () => {
  const server = createServer((request, response) => {
    const name = (request.url ?? '').replace('/some/path/', '');
    response.setHeader('Content-Type', 'text/html');
    response.end(readFileSync(path.join(pages, path.basename(name))));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/some/path/index.html`);
  await page.locator('.lessons h3 a').nth(1).click();
  await page.waitForURL(`http://127.0.0.1:${port}/some/path/02-second.html`);
  await readThrough(page);
  expect(await page.locator('figure[data-chart="drawn"]').count()).toBe(3);
  await predictorOf(page);
  await page.close();
  server.close();
});

test('the course page leads to every lesson, and has no barrier', async () => {
  const { page, requests } = await openOffline(browser, path.join(pages, 'index.html'));
  expect(await page.locator('.lessons h3').count()).toBe(2);
  expect(await seriousFindings(page)).toEqual([]);
  await page.locator('.lessons h3 a').first().click();
  expect(await page.locator('h1').innerText()).toBe('A first network: a sample lesson');
  await page.locator('.onward .next').click();
  expect(page.url()).toContain('02-second.html');
  expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
  await page.context().close();
});
