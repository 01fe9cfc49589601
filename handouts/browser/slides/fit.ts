/** What a slide has inside its padding, in CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Letters of a block that is made smaller stay at least this share of their size. */
const SMALLEST = 0.78;

/**
 * The block, in as many pieces as it takes to fit: code and outputs by lines, tables by rows, lists
 * by items. What is a little too large is made smaller; what has no parts, as small as it must be.
 */
export function fitted(block: HTMLElement, room: Room): HTMLElement[] {
  const { scale, parts } = { scale: scaleFor(block, room), parts: partsOf(block) };
  if (scale >= SMALLEST || parts.length < 2) return [zoomed(block, scale)];
  const pieces = splitByHeight(block, parts, room.height);
  return pieces.map((piece) => zoomed(piece, scaleFor(piece, room)));
}

function scaleFor(block: HTMLElement, { width, height }: Room): number {
  const wide = Math.max(block.scrollWidth, ...[...block.children].map((it) => it.scrollWidth));
  return Math.min(1, width / wide, height / block.getBoundingClientRect().height);
}

function zoomed(block: HTMLElement, scale: number): HTMLElement {
  if (scale < 1) block.style.zoom = String(Math.floor(scale * 1000) / 1000);
  return block;
}

/** Gives each line of a plain text an element of its own, so that it may be divided there. */
export function markLines(main: HTMLElement): void {
  for (const text of main.querySelectorAll<HTMLElement>('.output.html pre')) {
    if (text.children.length > 0) continue;
    const lines = (text.textContent ?? '').replace(/\n$/, '').split('\n');
    text.replaceChildren(
      ...lines.map((line) => {
        const span = document.createElement('span');
        span.textContent = `${line}\n`;
        return span;
      }),
    );
  }
}

/** The lines, rows or items that a block may be divided between. */
function partsOf(block: HTMLElement): HTMLElement[] {
  const kinds = ['tbody > tr', 'pre > span', ':scope > span', ':scope > li', ':scope > p'];
  for (const kind of kinds) {
    const parts = [...block.querySelectorAll<HTMLElement>(kind)];
    if (parts.length > 1) return parts;
  }
  return [];
}

/** Pieces with the same frame (a table's head, a list's marks), each no higher than a slide. */
function splitByHeight(block: HTMLElement, parts: HTMLElement[], height: number): HTMLElement[] {
  const frame = block.getBoundingClientRect().height - sum(parts.map(heightOf));
  const groups: number[][] = [];
  let left = 0;
  parts.forEach((part, at) => {
    left -= heightOf(part);
    if (left < 0 || groups.length === 0) {
      groups.push([]);
      left = height - frame - heightOf(part);
    }
    groups.at(-1)?.push(at);
  });
  const pieces = groups.map((group) => pieceOf(block, parts, group));
  block.replaceWith(...pieces);
  return pieces;
}

function pieceOf(block: HTMLElement, parts: HTMLElement[], group: readonly number[]): HTMLElement {
  const marks = parts.map((part, at) => {
    part.dataset.part = String(at);
    return part;
  });
  const piece = block.cloneNode(true) as HTMLElement;
  for (const part of piece.querySelectorAll<HTMLElement>('[data-part]')) {
    if (!group.includes(Number(part.dataset.part))) part.remove();
    delete part.dataset.part;
  }
  for (const part of marks) delete part.dataset.part;
  if (piece instanceof HTMLOListElement) piece.start = (group[0] ?? 0) + 1;
  return piece;
}

function heightOf(element: HTMLElement): number {
  return element.getBoundingClientRect().height;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
