import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser } from '../../scripts/chromium.mjs';
import { projectFolder } from '../lab/server';
import { python, ran } from '../handouts/sample-lesson';
import { openLesson, runFirstCell, servedSite } from './site';

const folder = path.join(projectFolder, 'build/site-export');

interface Notebook {
  readonly cells: readonly { readonly source: string | string[]; readonly outputs?: object[] }[];
}
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Notebook;

test('a lesson changed in the site is downloaded as JupyterLab does it, and runs on Node', async () => {
  mkdirSync(folder, { recursive: true });
  const site = await servedSite();
  const browser = await openBrowser();
  const { page } = await openLesson(browser, site, '18-logistic-quiz');
  await runFirstCell(page, "import { setSeed } from 'nnlab';\nsetSeed(1);\n100 / 8");
  await page.locator('.lm-MenuBar-item', { hasText: 'File' }).click();
  const coming = page.waitForEvent('download');
  await page.locator('.lm-Menu-item', { hasText: /^Download$/ }).click();
  const file = path.join(folder, 'downloaded.ipynb');
  await (await coming).saveAs(file);
  await browser.close();
  site.server.close();

  const said = JSON.stringify(read(file).cells.find(({ outputs }) => outputs)?.outputs);
  expect(said).toContain('12.5');
  const [out, report] = [path.join(folder, 'executed.ipynb'), path.join(folder, 'report.json')];
  ran(python, ['scripts/execute.py', file, out, report], { NNLAB_DATA: 'sample' });
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ error: null, stderr: [] });
  expect(JSON.stringify(read(out).cells.find(({ outputs }) => outputs)?.outputs)).toContain('12.5');
}, 300_000);
