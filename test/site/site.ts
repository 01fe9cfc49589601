/// <reference lib="dom" />
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { takeLock } from '../../scripts/setup/lock.mjs';
import { hashOf, textOf } from '../../scripts/setup/project.mjs';
import { serve } from '../../scripts/site/serve.mjs';
import { openBrowser } from '../../scripts/chromium.mjs';
import { projectFolder } from '../lab/server';
import { ALL_RAN, IN_FRONT, lessonIn } from './notebook';

/** The built site below a path of its own, as a school's web server has it. */
export interface Served {
  readonly address: string;
  readonly server: Server;
}

const BELOW = '/courses/nnlab/';

/** What the site is made of. */
const PARTS = [
  ...['dist', 'docs/pictures', 'lite/jupyter-lite.json', 'lite/offline', 'lite/package-lock.json'],
  ...['lite/src', 'lite/worker', 'notebooks', 'package-lock.json', 'scripts', 'src', 'wasm'],
];

/** `npm run site -- --full-data --test`: lessons on the whole data sets. */
export const fullData = process.env['NNLAB_SITE'] === 'full';

const OPTIONS = fullData ? ['--full-data'] : [];
const MADE = 'build/site/service-worker.js';
const STAMP = path.join(projectFolder, 'build/site-tests.txt');

/** Builds the site as the command does, once for all test files, and serves it on this machine. */
export async function servedSite(): Promise<Served> {
  const lock = await takeLock(path.join(projectFolder, 'build/site-lock'));
  try {
    const stamp = () => hashOf({ texts: OPTIONS, paths: [...PARTS, MADE] });
    if (textOf(STAMP) !== stamp()) {
      await buildSite();
      writeFileSync(STAMP, stamp());
    }
  } finally {
    lock.release();
  }
  const server = serve(path.join(projectFolder, 'build/site'), 0, BELOW);
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}${BELOW}`, server };
}

/** Not waited for by a call that blocks: vitest takes a file that says nothing for a minute for dead. */
const buildSite = () =>
  promisify(execFile)(process.execPath, ['scripts/site.mjs', ...OPTIONS], { cwd: projectFolder });

/** The site and a browser, for the tests of a file: opened before the first and closed after the last. */
export function siteInBrowser(): { readonly site: Served; readonly browser: Browser } {
  const here = {} as { site: Served; browser: Browser };
  beforeAll(async () => {
    here.site = await servedSite();
    here.browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await here.browser.close();
    here.site.server.close();
  });
  return here;
}

/** The addresses outside of the site that a page asks for from now on. */
export function askedOutside(page: Page, { address }: Served): readonly string[] {
  const outside: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob|about):/.test(url)) outside.push(url);
  });
  return outside;
}

/** A lesson opened in the site, and the addresses outside of it that were asked for. */
export async function openLesson(browser: Browser | BrowserContext, site: Served, name: string) {
  const page = await browser.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  const outside = askedOutside(page, site);
  await page.goto(lessonIn(site.address, name));
  await page.waitForSelector(`${IN_FRONT} .jp-CodeCell`, { timeout: 60_000 });
  await page.waitForSelector(`${IN_FRONT} [data-status="idle"]`, { timeout: 60_000 });
  return { page, outside };
}

/** Writes code over what stands in the first cell, and runs it; returns when it has begun. */
export async function startFirstCell(page: Page, code: string): Promise<Locator> {
  const cell = page.locator(`${IN_FRONT} .jp-CodeCell`).first();
  const enter = async () => {
    // Lab takes cells out of the page that are not in sight, and moves while it draws the others.
    await page.locator(`${IN_FRONT} .jp-WindowedPanel-outer`).evaluate((it) => it.scrollTo(0, 0));
    await cell.locator('.cm-content').click({ timeout: 3000 });
  };
  await vi.waitFor(enter, { timeout: 30_000, interval: 200 });
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
  await page.keyboard.press('ControlOrMeta+Enter');
  return cell;
}

/** Writes code over what stands in the first cell, and runs it to its end; its texts. */
export async function runFirstCell(page: Page, code: string): Promise<string> {
  const cell = await startFirstCell(page, code);
  await cell.locator('.jp-InputPrompt', { hasText: /\d/ }).waitFor({ timeout: 60_000 });
  return cell.locator('.jp-OutputArea').innerText();
}

/** Runs the first cell and presses ■ after a while; what it says in the end. */
export async function stopFirstCell(page: Page, code: string, after: string): Promise<string> {
  const cell = await startFirstCell(page, code);
  await cell.locator('.jp-OutputArea', { hasText: after }).waitFor({ timeout: 60_000 });
  await page.locator(`${IN_FRONT} [data-jp-item-name="interrupt"]`).click();
  const said = cell.locator('.jp-OutputArea', { hasText: /Stop/ });
  await said.waitFor({ timeout: 15_000 });
  return said.innerText();
}

/** Saves the notebook in front, as by its keys. */
export async function saved(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+S');
  await savedByItself(page);
}

/** Returns when the site has saved what was done. */
export async function savedByItself(page: Page): Promise<void> {
  await page.locator('.lm-TabBar-tab.jp-mod-dirty').waitFor({ state: 'detached', timeout: 60_000 });
}

/** Returns when the whole course is kept in the browser. */
export async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Charts are drawn after their cells have run: for as long as this, they are looked for. */
export const DRAWN = { timeout: 60_000, interval: 300 };

/** Runs all cells by the menu; returns when none waits or runs. */
export async function runAllCells(page: Page, timeout: number): Promise<void> {
  await page.locator('.lm-MenuBar-item', { hasText: 'Run' }).click();
  await page.locator('.lm-Menu-item', { hasText: /^Run All Cells/ }).click();
  await page.waitForFunction(ALL_RAN, null, { timeout, polling: 500 });
}
