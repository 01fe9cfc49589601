/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { frameComes, unlessFrozen } from '../lab/frozen';
import { type Opened, openOffline } from './page';

/** Opens a page with the network cut and reads it to its end. */
export function readOffline(browser: Browser, file: string): Promise<Opened> {
  const open = () => openOffline(browser, file);
  return unlessFrozen(open, async (opened) => {
    await readThrough(opened.page);
    return opened;
  });
}

/** Scrolls from the top to the end as a reader does, until every chart on the way is drawn. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(() => {
    // A chart in a closed solution waits until somebody opens it.
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  const height = () => page.evaluate(() => document.body.scrollHeight);
  for (let top = 0; top < (await height()); top += 500) {
    await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), top);
    // The page learns what is in sight after a frame.
    if (!(await frameComes(page)) || !(await frameComes(page)))
      throw new Error(`Chromium draws no more frames of ${page.url()}.`);
  }
  const noneWaits = () => document.querySelector('figure[data-chart="waiting"]') === null;
  await page.waitForFunction(noneWaits, null, { timeout: 40_000, polling: 100 });
}

/** Blocks whose text reaches over their edge or over the page's: on paper it would be cut off. */
export function clippedOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => element.closest('.katex, figure, iframe') === null)
      .filter((element) => getComputedStyle(element).position !== 'absolute')
      .filter(
        (element) =>
          (getComputedStyle(element).overflowX !== 'visible' &&
            element.scrollWidth > element.clientWidth + 1) ||
          element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
      )
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
  );
}

/** Links of the page whose section or file is not there. */
export async function withoutTarget(page: Page, folder: string): Promise<string[]> {
  const links = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map((link) => ({
      href: link.getAttribute('href') ?? '',
      inPage: link.getAttribute('href')?.startsWith('#')
        ? document.getElementById(decodeURIComponent(link.hash.slice(1))) !== null
        : undefined,
    })),
  );
  return links
    .filter(({ href, inPage }) =>
      /^(https?|mailto|data):/.test(href)
        ? false
        : !(inPage ?? existsSync(path.join(folder, decodeURIComponent(href.split('#')[0] ?? '')))),
    )
    .map(({ href }) => href);
}

/** What is pressed with a finger, in the page and the frames inside it, and is too small for one. */
export async function tooSmallForFingers(page: Page): Promise<string[]> {
  const found = page.frames().map((frame) =>
    frame.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, summary, input, header a')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(
          ({ element, box }) => `${element.outerHTML.slice(0, 80)}: ${box.width} x ${box.height}`,
        ),
    ),
  );
  return (await Promise.all(found)).flat();
}
