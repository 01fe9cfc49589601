/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runCommand } from '../lab/page';
import { openExposed } from './kernel-page';
import { IN_FRONT } from './notebook';
import { siteInBrowser } from './site';

// A notebook that somebody else has made may show, but not do: its scripts run only once the learner trusts it,
// whatever the notebook says of itself.

const MARK = (name: string) => `document.documentElement.dataset.${name} = 'done'`;
const IMAGE = (name: string) => `<img src="x:" onerror="${MARK(name)}">`;

const output = (data: object) => ({ output_type: 'display_data', metadata: {}, data });

const EVIL = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
  cells: [
    {
      ...{ id: 'words', cell_type: 'markdown', metadata: { trusted: true } },
      source: `# Look\n\n${IMAGE('markdown')}<script>${MARK('script')}</script>`,
    },
    {
      ...{ id: 'code', cell_type: 'code', execution_count: 1, source: '1 + 1' },
      metadata: { trusted: true },
      outputs: [
        output({ 'text/html': `<b>bold</b>${IMAGE('html')}<script>${MARK('inline')}</script>` }),
        output({ 'application/javascript': MARK('javascript') }),
        output({
          'image/svg+xml': `<svg xmlns="http://www.w3.org/2000/svg" onload="${MARK('svg')}"/>`,
        }),
      ],
    },
  ],
};

const here = siteInBrowser();

const done = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }));

/** Puts the notebook into the file browser as an upload does, and opens it. */
async function openUploaded(page: Page): Promise<void> {
  await openExposed(page, here.site);
  const choosing = page.waitForEvent('filechooser');
  await page.locator('[data-command="filebrowser:upload"], jp-button[title^="Upload"]').click();
  const buffer = Buffer.from(JSON.stringify(EVIL));
  await (await choosing).setFiles({ name: 'evil.ipynb', mimeType: 'application/json', buffer });
  await page.locator('.jp-DirListing-item', { hasText: 'evil.ipynb' }).dblclick();
  await page.locator(`${IN_FRONT} .jp-OutputArea b`, { hasText: 'bold' }).waitFor();
}

test('nothing of a notebook from elsewhere runs before it is trusted, and then it does', async () => {
  const page = await here.browser.newPage();
  await openUploaded(page);
  await page.waitForTimeout(1000);
  expect(await done(page)).not.toMatchObject({ html: 'done' });
  expect(Object.keys(await done(page)).filter((key) => !key.startsWith('jp'))).toEqual([]);
  const trusting = page.evaluate(runCommand, 'notebook:trust');
  await page.locator('.jp-Dialog').getByRole('button', { name: 'Trust' }).click();
  await trusting;
  await expect.poll(() => done(page)).toMatchObject({ html: 'done' });
  await page.close();
}, 120_000);
