/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { spawnSync } from 'node:child_process';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../../scripts/site/serve.mjs';
import { projectFolder } from '../lab/server';

/** The built site below a path of its own, as a school's web server has it. */
export interface Served {
  readonly address: string;
  readonly server: Server;
}

const BELOW = '/courses/nnlab/';

/** Builds the site as the command does, and serves it on this machine. */
export async function servedSite(): Promise<Served> {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/site.mjs'], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm run site\n${stdout}\n${stderr}`);
  const server = serve(path.join(projectFolder, 'build/site'), 0, BELOW);
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}${BELOW}`, server };
}

/** A lesson opened in the site, and the addresses outside of it that were asked for. */
export async function openLesson(browser: Browser, { address }: Served, name: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const outside: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(new URL('/', address).href) && !/^(data|blob|about):/.test(url))
      outside.push(url);
  });
  await page.goto(`${address}lab/index.html?path=${name}.ipynb`);
  await page.waitForSelector('.jp-Notebook .jp-CodeCell', { timeout: 60_000 });
  await page.waitForSelector('.jp-NotebookPanel [data-status="idle"]', { timeout: 60_000 });
  return { page, outside };
}

/** Runs all cells by the menu; returns when none waits or runs. */
export async function runAllCells(page: Page, timeout: number): Promise<void> {
  await page.locator('.lm-MenuBar-item', { hasText: 'Run' }).click();
  await page.locator('.lm-Menu-item', { hasText: /^Run All Cells/ }).click();
  await page.waitForFunction(
    () => {
      const prompts = [...document.querySelectorAll('.jp-Notebook .jp-CodeCell .jp-InputPrompt')];
      const texts = prompts.map((prompt) => prompt.textContent ?? '');
      return texts.some((text) => /\d/.test(text)) && !texts.some((text) => text.includes('*'));
    },
    null,
    { timeout, polling: 500 },
  );
}
