import { expect } from 'vitest';
import type { Driven, Point } from './driven';

// What somebody does in the site, in any browser. What is read of a page is an expression, sent there as text.

const IN_FRONT = '.jp-NotebookPanel:not(.lm-mod-hidden)';

/** Waits until an expression holds in the page. */
async function until(browser: Driven, expression: string, timeout: number): Promise<void> {
  const holds = () => browser.read<boolean>(`Boolean(${expression})`);
  await expect.poll(holds, { timeout, interval: 400, message: expression }).toBe(true);
}

/** The first element of a kind with that text. */
const elementWith = (selector: string, text: string) =>
  `[...document.querySelectorAll('${selector}')].find((it) => it.textContent.trim().startsWith('${text}'))`;

async function middleOf(browser: Driven, element: string): Promise<Point> {
  return browser.read(
    `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(${element}.getBoundingClientRect())`,
  );
}

async function click(browser: Driven, element: string): Promise<void> {
  await until(browser, element, 15_000);
  await browser.drag([await middleOf(browser, element)]);
}

/** Brings the first element of a kind into sight. */
export async function scrollTo(browser: Driven, selector: string): Promise<void> {
  await browser.read(
    `document.querySelector('${selector}').scrollIntoView({ block: 'center', behavior: 'instant' })`,
  );
}

/** Opens a lesson in Lab, runs it whole, and reads what became of it. */
export async function runLesson(browser: Driven, site: string, name: string) {
  await browser.open(`${site}lab/index.html?path=notebooks/${name}.ipynb`);
  const ready = `document.querySelector('${IN_FRONT} .jp-CodeCell') && document.querySelector('${IN_FRONT} [data-status="idle"]')`;
  await until(browser, ready, 90_000);
  await click(browser, elementWith('.lm-MenuBar-item', 'Run'));
  await click(browser, elementWith('.lm-Menu-item', 'Run All Cells'));
  const prompts = `[...document.querySelectorAll('.jp-Notebook .jp-CodeCell .jp-InputPrompt')].map((it) => it.textContent)`;
  const ended = `((them) => them.some((it) => /\\d/.test(it)) && !them.some((it) => it.includes('*')))(${prompts})`;
  await until(browser, ended, 240_000);
  return browser.read<{ errors: string[]; charts: number; notRun: number }>(`({
    errors: [...document.querySelectorAll('.jp-Notebook [data-mime-type$="error"], .jp-Notebook [data-mime-type$="stderr"]')].map((it) => it.textContent),
    charts: document.querySelectorAll('.jp-Notebook .vega-embed').length,
    notRun: ${prompts}.filter((it) => !/\\d/.test(it)).length,
  })`);
}

const FRAME = `document.querySelector('.nnlab-predictor iframe')`;
const INSIDE = `${FRAME}.contentDocument`;

/** Draws a line in the predictor of the page that is open; what it says of it. */
export async function drawInPredictor(browser: Driven): Promise<string> {
  await until(browser, FRAME, 15_000);
  await scrollTo(browser, '.nnlab-predictor iframe');
  await until(browser, `${INSIDE}.documentElement.dataset.ready !== undefined`, 30_000);
  const [left, top, side] = await browser.read<[number, number, number]>(
    `((frame, pad) => [frame.x + pad.x, frame.y + pad.y, pad.width])(${FRAME}.getBoundingClientRect(), ${INSIDE}.querySelector('#pad').getBoundingClientRect())`,
  );
  const line = [0.2, 0.4, 0.6, 0.8].map((x): Point => [left + x * side, top + 0.4 * side]);
  await browser.drag(line);
  const story = `${INSIDE}.querySelector('#story').innerText`;
  await until(browser, `${story}.includes('Your drawing')`, 20_000);
  return browser.read(story);
}

/** Chooses the first answer of the page's quiz; what is said to it. */
export async function answerQuiz(browser: Driven): Promise<string> {
  const question = `document.querySelector('.quiz-live fieldset')`;
  await scrollTo(browser, '.quiz-live fieldset');
  await click(browser, `${question}.querySelector('button')`);
  return browser.read(`${question}.innerText`);
}
