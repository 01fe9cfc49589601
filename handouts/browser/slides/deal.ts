import { blocksOf, HEADINGS, screensOf, wordsOf, type Screen } from '../page/screens';
import { fitted, type Room } from './fit';

export const WIDTH = 1280;
export const HEIGHT = 720;

/** Deals a lesson's blocks out to slides that they fit on; returns reveal.js's element. */
export function dealSlides(main: HTMLElement): HTMLElement {
  const room = roomIn(main);
  const blocks = blocksOf(main).flatMap((block) => fitted(block, room));
  const screens = screensOf(blocks, room.height, beginsSlide);
  const slides = document.createElement('div');
  slides.className = 'slides';
  let title = '';
  for (const screen of screens) growFigure(screen, room.height);
  for (const screen of screens) {
    const own = screen.filter((block) => block.matches('h1, h2')).at(-1);
    if (own !== undefined) title = wordsOf(own);
    slides.append(slideOf(screen, screen.some((block) => block.matches(HEADINGS)) ? '' : title));
  }
  const deck = document.createElement('div');
  deck.className = 'reveal';
  deck.append(slides);
  main.replaceChildren(deck);
  return deck;
}

/** The room that is left on a slide goes to its picture. */
function growFigure(screen: Screen, height: number): void {
  const [figure, second] = screen.filter((block) => block.matches('figure'));
  const picture = figure?.querySelector('img');
  if (figure === undefined || second !== undefined || !picture) return;
  const top = screen[0]?.getBoundingClientRect().top ?? 0;
  const used = (screen.at(-1)?.getBoundingClientRect().bottom ?? 0) - top;
  const higher = picture.getBoundingClientRect().height + height - used;
  if (higher > 0) figure.style.setProperty('--figure', `${Math.floor(higher)}px`);
}

/** What a slide has inside its padding. */
function roomIn(main: HTMLElement): Room {
  const { paddingTop, paddingBottom, paddingLeft, paddingRight } = getComputedStyle(main);
  return {
    width: WIDTH - parseFloat(paddingLeft) - parseFloat(paddingRight),
    height: HEIGHT - parseFloat(paddingTop) - parseFloat(paddingBottom),
  };
}

/**
 * A heading begins a slide, and so do a turn, what comes after a solution, and a cell of which JupyterLab's
 * property inspector says so.
 */
function beginsSlide(blocks: readonly HTMLElement[], at: number): boolean {
  const block = blocks[at];
  const holder = block?.closest<HTMLElement>('[data-slide]');
  if (holder && block === blocks.find((one) => holder.contains(one)))
    return holder.dataset.slide !== '-' && holder.dataset.slide !== 'fragment';
  const before = blocks[at - 1];
  if (before?.matches(HEADINGS) ?? false) return false;
  return (block?.matches(HEADINGS) ?? false) || isTurn(block) || (solves(before) && !solves(block));
}

const isTurn = (block: HTMLElement | undefined) => /^Your turn \d/.test(block?.textContent ?? '');
const solves = (block: HTMLElement | undefined) => block?.closest('[data-solution]') != null;

/** One slide; `section` is said at its foot where the slide has no heading of its own. */
function slideOf(screen: Screen, section: string): HTMLElement {
  const slide = document.createElement('section');
  const holders = new Map<Element, HTMLElement>();
  const notes = new Set<HTMLElement>();
  for (const block of screen) {
    const holder = block.parentElement;
    if (holder === null) continue;
    for (const note of holder.querySelectorAll<HTMLElement>(':scope > aside.notes'))
      notes.add(note);
    const shell = holders.get(holder) ?? shellOf(holder);
    holders.set(holder, shell);
    if (shell.parentElement === null) slide.append(shell);
    shell.append(block);
  }
  slide.append(...notes);
  if (section !== '') slide.append(footOf(section));
  return slide;
}

/** An empty box of the same look: style sheets ask in what a block stands. */
function shellOf(holder: HTMLElement): HTMLElement {
  const shell = document.createElement('div');
  shell.className = holder.matches('main') ? 'prose' : holder.className;
  return shell;
}

function footOf(section: string): HTMLElement {
  const foot = document.createElement('p');
  foot.className = 'slide-foot';
  foot.textContent = `${section} (continued)`;
  return foot;
}
