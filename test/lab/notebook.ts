import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  type SeenChart,
  allDrawn,
  allSaid,
  chartsOnPage,
  kernelReady,
  notebookHeight,
  runCommand,
  trustOfCells,
} from './page';
import { labFolder } from './cells';
import { unlessFrozen } from './frozen';
import { type Lab } from './server';

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
  const place = path.relative(lab.folder, file).split(path.sep).map(encodeURIComponent);
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
  // The second time, cells that were out of sight have their real height.
  for (let pass = 1; pass <= 2; pass++) {
    const height = Math.max(WINDOW.height, await page.evaluate(notebookHeight));
    await page.setViewportSize({ ...WINDOW, height });
  }
  await page.locator('.jp-Notebook .jp-Cell').first().scrollIntoViewIfNeeded();
  await page.waitForFunction(allSaid, null, { timeout: 30_000, polling: 250 });
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

/** Runs all cells of a copy of the notebook, looks at what came of it, and photographs it whole. */
export async function runAllInLab(
  lab: Lab,
  browser: Browser,
  file: string,
): Promise<Seen & { screenshot: Buffer }> {
  // A copy, since JupyterLab saves outputs on its own account.
  const copy = path.join(labFolder, path.basename(file));
  if (copy !== file) copyFileSync(file, copy);
  const open = async () => ({ page: await openNotebook(lab, browser, copy) });
  return unlessFrozen(open, async ({ page }) => {
    try {
      await runAll(page);
      const seen = { ...(await look(page)), screenshot: await page.screenshot() };
      await page.context().close();
      return seen;
    } finally {
      await lab.endKernels();
    }
  });
}
