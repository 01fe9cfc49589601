/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Browser } from 'playwright-core';
import { type Opened, openOffline } from './page';

/** A classroom's projector. */
const PROJECTOR = { width: 1280, height: 720 };

/** Slides opened with the network cut, once all is dealt out to them. */
export async function openSlides(browser: Browser, file: string): Promise<Opened> {
  const opened = await openOffline(browser, file, { viewport: PROJECTOR });
  await opened.page.waitForSelector('.slides > section.present');
  return opened;
}

/** What a slide holds: its words, and what on it reaches over an edge or is too small to be read. */
export interface Slide {
  readonly text: string;
  readonly notes: string;
  readonly over: readonly string[];
  readonly small: readonly string[];
}

/** All slides, measured in the page one after the other. */
export function slidesOf({ page }: Opened): Promise<Slide[]> {
  return page.evaluate(() => {
    const readable = (element: Element) => element.closest('.katex, svg, iframe, .notes') === null;
    return [...document.querySelectorAll<HTMLElement>('.slides > section')].map((slide) => {
      const { hidden, style } = slide;
      slide.hidden = false;
      slide.style.display = 'block';
      const box = slide.getBoundingClientRect();
      const inside = [...slide.querySelectorAll<HTMLElement>('*')].filter(readable);
      const over = inside.filter((element) => {
        const { right, bottom, width } = element.getBoundingClientRect();
        return width > 0 && (right > box.left + 1281 || bottom > box.top + 721);
      });
      const letters = (element: HTMLElement) => {
        // The size as it is drawn: `zoom` makes smaller what would not fit.
        const zoom = element.closest<HTMLElement>('[style*="zoom"]')?.style.zoom ?? '1';
        return parseFloat(getComputedStyle(element).fontSize) * Number(zoom);
      };
      const small = inside.filter(
        (element) => element.matches('p, li, td, pre, figcaption') && letters(element) < 14,
      );
      const name = (element: HTMLElement) =>
        `${element.tagName} ${letters(element)} ${element.textContent?.slice(0, 60)}`;
      const notes = [...slide.querySelectorAll('.notes')].map((note) => note.textContent).join(' ');
      const text = slide.innerText;
      slide.hidden = hidden;
      slide.style.display = style.display;
      return { text, notes, over: over.map(name), small: small.map(name) };
    });
  });
}
