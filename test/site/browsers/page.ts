import { expect, vi } from 'vitest';
import { ALL_RAN, IN_FRONT, ONE_BEGAN, SEEN, type Seen, lessonIn } from '../notebook';
import type { Driven, Point } from './driven';

// What somebody does in the site, in any browser. What is read of a page is an expression, sent there as text.

/** Waits until an expression holds in the page. */
async function until(browser: Driven, expression: string, timeout: number): Promise<void> {
  const holds = () => browser.read<boolean>(`Boolean(${expression})`);
  await expect.poll(holds, { timeout, interval: 400, message: expression }).toBe(true);
}

/** What an expression says of the page as soon as it says anything. */
async function answerOf<Value>(
  browser: Driven,
  expression: string,
  timeout: number,
): Promise<Value> {
  const answer = async () => {
    const value = await browser.read<Value | null>(expression);
    if (value === null) throw new Error(`${expression} is still null`);
    return value;
  };
  return vi.waitFor(answer, { timeout, interval: 400 });
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

/** By the menu, which may open while Lab still moves: who sees that nothing has begun chooses again. */
async function chooseRunAll(browser: Driven): Promise<void> {
  const runAll = elementWith('.lm-Menu-item', 'Run All Cells');
  // A menu that opened late would be closed by a second press.
  if (!(await browser.read(`Boolean(${runAll})`))) {
    await click(browser, elementWith('.lm-MenuBar-item', 'Run'));
  }
  await click(browser, runAll);
  await until(browser, ONE_BEGAN, 10_000);
}

/** Opens a lesson in Lab, runs it whole, and reads what became of it. */
export async function runLesson(browser: Driven, site: string, name: string) {
  await browser.open(lessonIn(site, name));
  const ready = `document.querySelector('${IN_FRONT} .jp-CodeCell') && document.querySelector('${IN_FRONT} [data-status="idle"]')`;
  await until(browser, ready, 90_000);
  await vi.waitFor(() => chooseRunAll(browser), { timeout: 120_000 });
  // In one question: between two, a second run could begin.
  return answerOf<Seen>(browser, `(${ALL_RAN} ? ${SEEN} : null)`, 240_000);
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
