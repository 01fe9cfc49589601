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
    try {
      return await work(opened);
    } catch (error) {
      if (opening === OPENINGS || !(await isFrozen(opened.page))) throw error;
      console.warn(`Chromium stopped drawing ${opened.page.url()}; it is opened anew.`);
      await opened.page.context().close();
    }
  }
}

async function isFrozen(page: Page): Promise<boolean> {
  const frozen = page.evaluate(
    () =>
      new Promise<boolean>((answer) => {
        requestAnimationFrame(() => answer(false));
        setTimeout(() => answer(true), 10_000);
      }),
  );
  // A page that does not even answer has another fault, which the caller's error names.
  return frozen.catch(() => false);
}
