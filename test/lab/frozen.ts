/// <reference lib="dom" />
import type { Page } from 'playwright-core';

// On a busy machine without a graphics card, Chromium now and then stops drawing a page for good:
// its compositor waits for a tile that never comes. Scripts go on; no mouse, no scrolling wakes it.

const OPENINGS = 5;

/** Does something with a page; with a newly opened one if Chromium stopped drawing the last. */
export async function unlessFrozen<O extends { readonly page: Page }, T>(
  open: () => Promise<O>,
  work: (opened: O) => Promise<T>,
): Promise<T> {
  for (let opening = 1; ; opening++) {
    const opened = await open();
    const { page } = opened;
    try {
      return await work(opened);
    } catch (error) {
      // A page that does not even answer has another fault, which the error names.
      const frozen = !(await frameComes(page).catch(() => true));
      await page.context().close();
      if (!frozen || opening === OPENINGS) throw error;
      console.warn(`Chromium stopped drawing ${page.url()}; it is opened anew.`);
    }
  }
}

/** Whether the page is drawn again, which takes a moment on a busy machine. */
export function frameComes(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((answer) => {
        requestAnimationFrame(() => answer(true));
        setTimeout(() => answer(false), 15_000);
      }),
  );
}
