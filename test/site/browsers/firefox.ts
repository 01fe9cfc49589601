import { createRequire } from 'node:module';
import { join } from 'node:path';
import { programsFromNpm } from '../../../scripts/setup/from-npm.mjs';
import { type Driven, type Point, WINDOW } from './driven';

/** As much of puppeteer-core as is used: it lies beside the project's packages, so that no learner waits for it. */
interface Puppeteer {
  launch(options: object): Promise<{ newPage(): Promise<FirefoxPage>; close(): Promise<void> }>;
}

interface FirefoxPage {
  on(event: 'dialog', heard: (dialog: { accept(): Promise<void> }) => void): void;
  on(event: 'request', heard: (request: { url(): string }) => void): void;
  goto(address: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  screenshot(): Promise<Uint8Array>;
  readonly mouse: {
    move(...to: [...Point, { steps: number }?]): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
}

export const FIREFOX = process.env['NNLAB_FIREFOX'] ?? '/usr/bin/firefox-esr';

/** The machine's own Firefox, without a window, driven by WebDriver BiDi. */
export async function openFirefox(): Promise<Driven> {
  const programs = await programsFromNpm('firefox', 'puppeteer');
  const puppeteer = createRequire(join(programs, 'package.json'))('puppeteer-core') as Puppeteer;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    defaultViewport: WINDOW,
  });
  const page = await browser.newPage();
  // Lab asks before it is left with what is not yet saved.
  page.on('dialog', (dialog) => void dialog.accept());
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  return {
    asked,
    async open(address) {
      await page.goto(address);
    },
    read: (expression) => page.evaluate(expression) as Promise<never>,
    async drag([first = [0, 0], ...others]) {
      await page.mouse.move(...first);
      await page.mouse.down();
      for (const [x, y] of others) await page.mouse.move(x, y, { steps: 6 });
      await page.mouse.up();
    },
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}
