import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  type SeenChart,
  allDrawn,
  chartsOnPage,
  kernelReady,
  notebookHeight,
  runCommand,
  trustOfCells,
} from './page';
import { type Lab, projectFolder } from './server';

/** What somebody sees of a notebook in JupyterLab. */
export interface Seen {
  /** Errors shown below cells, and whatever else came on stderr. */
  readonly errors: readonly string[];
  readonly charts: readonly SeenChart[];
  /** Whether JupyterLab trusts every output. */
  readonly trusted: boolean;
  /** Outputs that hold a picture instead of a drawn chart. */
  readonly pictures: number;
}

/** About what a projector shows of a notebook. */
const WINDOW = { width: 1280, height: 720 };

/** Opens a notebook of this project in a new window of JupyterLab. */
export async function openNotebook(lab: Lab, browser: Browser, file: string): Promise<Page> {
  const context = await browser.newContext({ viewport: WINDOW });
  const page = await context.newPage();
  const place = path.relative(projectFolder, file).split(path.sep).map(encodeURIComponent);
  await page.goto(`${lab.url}/doc/tree/${place.join('/')}?reset&token=${lab.token}`);
  await page.waitForSelector('.jp-Notebook .jp-Cell', { timeout: 60_000 });
  await page.evaluate(kernelReady);
  return page;
}

/** Run > Run All Cells, until the last cell is done. */
export async function runAll(page: Page): Promise<void> {
  await page.evaluate(runCommand, 'notebook:run-all-cells');
}

/** File > Save. */
export async function save(page: Page): Promise<void> {
  await page.evaluate(runCommand, 'docmanager:save');
}

/** Looks at the notebook, all of it, when its charts are drawn. */
export async function look(page: Page): Promise<Seen> {
  await page.waitForFunction(allDrawn, null, { timeout: 90_000, polling: 250 });
  const height = Math.ceil(await page.evaluate(notebookHeight));
  await page.setViewportSize({ ...WINDOW, height: Math.max(WINDOW.height, height) });
  const output = page.locator('.jp-OutputArea-output');
  return {
    errors: await output
      .and(page.locator('[data-mime-type="application/vnd.jupyter.stderr"]'))
      .allInnerTexts(),
    charts: await page.evaluate(chartsOnPage),
    trusted: (await page.evaluate(trustOfCells)).every((trusted) => trusted),
    pictures: await output.locator('img').count(),
  };
}

/** Opens a notebook, runs all its cells, looks at what came of it, and photographs it whole. */
export async function runAllInLab(
  lab: Lab,
  browser: Browser,
  file: string,
): Promise<Seen & { screenshot: Buffer }> {
  const page = await openNotebook(lab, browser, file);
  try {
    await runAll(page);
    return { ...(await look(page)), screenshot: await page.screenshot() };
  } finally {
    await page.context().close();
    await lab.endKernels();
  }
}
