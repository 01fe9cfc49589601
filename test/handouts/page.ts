import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { projectFolder } from '../lab/server';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

export const folder = path.join(projectFolder, 'build/handout-tests');

/** A page opened with the network cut, and what it asked for all the same. */
export interface Opened {
  readonly page: Page;
  /** Addresses asked for besides the page itself. */
  readonly requests: string[];
  /** What the page's scripts complained of. */
  readonly complaints: string[];
}

/** Opens a file of this machine as a reader without a network would. */
export async function openOffline(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const [requests, complaints]: [string[], string[]] = [[], []];
  const own = pathToFileURL(file).href;
  page.on('request', (request) => {
    const address = request.url();
    if (address !== own && !/^(data|about|blob):/.test(address)) requests.push(address);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(own);
  return { page, requests, complaints };
}

/** Writes a page round some HTML; returns its file. */
export function writePage(name: string, html: string): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.html`);
  const head = '<meta charset="utf-8"><title>A page with a predictor</title>';
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>Page</h1>${html}</main></body></html>`,
  );
  return file;
}

/** The predictor's own page, once its model can be asked. */
export async function predictorOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('.nnlab-predictor iframe');
  await element.scrollIntoViewIfNeeded();
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The predictor has no page of its own.');
  await frame.waitForSelector('html[data-ready]', { timeout: 20_000 });
  return frame;
}

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: { readonly html: string }[];
}

/** What axe-core finds serious or critical, in the page and in the frames inside it. */
export async function seriousFindings(page: Page): Promise<string[]> {
  for (const frame of page.frames()) await frame.evaluate(axe);
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  )) as { violations: Finding[] };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** Draws a line with the mouse through points given as shares of the pad's side. */
export async function drawWithMouse(
  page: Page,
  pad: Frame,
  points: readonly (readonly [number, number])[],
): Promise<void> {
  await pad.locator('#pad').scrollIntoViewIfNeeded();
  const box = await pad.locator('#pad').boundingBox();
  if (box === null) throw new Error('The pad is not to be seen.');
  for (const [at, [x, y]] of points.entries()) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 6 });
    if (at === 0) await page.mouse.down();
  }
  await page.mouse.up();
}
