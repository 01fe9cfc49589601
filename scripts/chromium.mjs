// The machine's own browser of Chromium's kind: it prints handouts, runs tests, and is measured.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Its program, if there is one; $NNLAB_CHROMIUM names another. */
export function chromiumProgram() {
  return process.env['NNLAB_CHROMIUM'] || PLACES.find((place) => existsSync(place));
}

/** Opens it without a window. */
export function openBrowser() {
  const executablePath = chromiumProgram();
  if (executablePath === undefined)
    throw new Error('No Chromium found; install Debian’s chromium, or set NNLAB_CHROMIUM.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
