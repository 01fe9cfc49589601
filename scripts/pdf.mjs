// Prints handouts through a chromium-like browser that is on the machine.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumProgram } from './chromium.mjs';

/**
 * @param {string[]} names
 * @param {string} folder
 */
export function printPdf(names, folder) {
  const browser = chromiumProgram();
  if (browser === undefined) {
    throw new Error(
      '--pdf needs chromium or Chrome; name it with NNLAB_CHROMIUM=/path/to/chromium.',
    );
  }
  for (const name of names) {
    if (existsSync(path.join(folder, `${name}.html`))) print(browser, path.join(folder, name));
  }
}

/**
 * @param {string} browser
 * @param {string} page
 */
function print(browser, page) {
  const { status, stderr } = spawnSync(
    browser,
    [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--no-pdf-header-footer',
      // As root, in a container, chromium starts only without its sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--print-to-pdf=${page}.pdf`,
      pathToFileURL(`${page}.html`).href,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${page}.html could not be printed: ${stderr}`);
  console.log(`${page}.pdf`);
}
