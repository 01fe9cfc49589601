/** What is on the screen together: a heading and what follows it, as much as fits. */
export type Screen = readonly HTMLElement[];

/** Boxes that only hold others; a screen may begin inside them. */
const HOLDERS = '.prose, .cell, .quiz-live';
export const HEADINGS = 'h1, h2, h3';

/** The lesson's headings, paragraphs, pieces of code, outputs and questions, in order. */
export function blocksOf(element: Element): HTMLElement[] {
  return [...element.children].flatMap((child) => {
    if (!(child instanceof HTMLElement)) return [];
    if (child.matches(HOLDERS)) return blocksOf(child);
    return child.getClientRects().length > 0 ? [child] : [];
  });
}

/** A heading's words, without the link to itself at its end. */
export function wordsOf(heading: Element | undefined): string {
  return (heading?.textContent ?? '').replace(/ #$/, '').trim();
}

/**
 * One section a screen; a section that is higher than the screen goes on on the next, from block to
 * block. Only a block that is too high by itself will have to scroll.
 */
export function screensOf(
  blocks: readonly HTMLElement[],
  height: number,
  begins = beginsSection,
): Screen[] {
  const boxes = blocks.map((block) => block.getBoundingClientRect());
  const screens: HTMLElement[][] = [];
  let first = 0;
  for (let at = 1; at <= blocks.length; at++) {
    const isHigher = (boxes[at]?.bottom ?? 0) - (boxes[first]?.top ?? 0) > height;
    if (at < blocks.length && !isHigher && !begins(blocks, at)) continue;
    const end = isHigher ? withoutHeadings(blocks, first, at) : at;
    screens.push(blocks.slice(first, end));
    first = end;
    at = end;
  }
  return screens;
}

/** A heading right below another one belongs to it. */
function beginsSection(blocks: readonly HTMLElement[], at: number): boolean {
  return isHeading(blocks[at]) && !isHeading(blocks[at - 1]);
}

/** No heading is left behind at the end of a screen. */
function withoutHeadings(blocks: readonly HTMLElement[], first: number, end: number): number {
  let last = end;
  while (last - 1 > first && isHeading(blocks[last - 1])) last--;
  return isHeading(blocks[last - 1]) ? end : last;
}

function isHeading(block: HTMLElement | undefined): boolean {
  return block?.matches(HEADINGS) ?? false;
}
