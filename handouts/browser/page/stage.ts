import { type Screen, blocksOf, screensOf, wordsOf } from './screens';
import { Timer, minutesOfLesson } from './timer';

const FORWARD = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'];
const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'];

/** The lesson on stage: one section a screen, by keys or a clicker, with the time of the lesson. */
export function stageMode(): void {
  const main = document.querySelector<HTMLElement>('main');
  const button = document.querySelector<HTMLButtonElement>('#stage-button');
  if (main === null || button === null) return;
  const stage = new Stage(main);
  button.hidden = false;
  button.addEventListener('click', () => stage.enter());
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
    if (stage.onKey(event.key)) event.preventDefault();
  });
  window.addEventListener('resize', () => stage.arrange());
  window.setInterval(() => stage.tick(), 1000);
}

/** In a field, a dialog or on a button, keys mean something else. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input, select, textarea, button, summary, dialog[open]') !== null;
}

class Stage {
  private readonly bar = document.createElement('div');
  private readonly title = document.createElement('span');
  private readonly count = document.createElement('span');
  private readonly more = stageButton('More below', '▾ more', () => this.scroll(1));
  private readonly clock = stageButton('Start the time again', '', () => this.timer.restart());
  private readonly minutes = minutesOfLesson();
  private timer = new Timer();
  private hasBegun = false;
  private screens: readonly Screen[] = [];
  private at = 0;

  constructor(private readonly main: HTMLElement) {
    this.bar.className = 'stage-bar';
    this.title.className = 'stage-title';
    this.bar.append(
      stageButton('Back', '‹', () => this.go(-1)),
      stageButton('On', '›', () => this.go(1)),
      this.count,
      this.title,
      this.more,
      this.clock,
      stageButton('Leave the stage: key Escape', 'Leave', () => this.leave()),
    );
    main.addEventListener('scroll', () => this.showMore(), { passive: true });
  }

  private get isOn(): boolean {
    return 'stage' in document.documentElement.dataset;
  }

  enter(): void {
    const here = blocksOf(this.main).find((block) => block.getBoundingClientRect().bottom > 80);
    document.documentElement.dataset.stage = '';
    this.main.after(this.bar);
    if (!this.hasBegun) this.timer.restart();
    this.hasBegun = true;
    this.arrange(here);
    this.main.focus();
  }

  leave(): void {
    const first = this.screens[this.at]?.[0];
    delete document.documentElement.dataset.stage;
    this.clear();
    this.bar.remove();
    first?.scrollIntoView({ block: 'start' });
  }

  private clear(): void {
    for (const block of this.screens.flat())
      for (const mark of ['data-off', 'data-first', 'data-last']) block.removeAttribute(mark);
  }

  /** Whether the key meant something. */
  onKey(key: string): boolean {
    if (!this.isOn) {
      if (key.toLowerCase() !== 's') return false;
      this.enter();
    } else if (key === 'Escape' || key.toLowerCase() === 's') this.leave();
    else if (key === 'Home' || key === 'End') this.show(key === 'Home' ? 0 : Infinity);
    else if (FORWARD.includes(key)) this.scrollOrGo(key, 1);
    else if (BACK.includes(key)) this.scrollOrGo(key, -1);
    else return false;
    return true;
  }

  /** Deals the blocks out to screens anew; `block` is to be seen then. */
  arrange(block: HTMLElement | undefined = this.screens[this.at]?.[0]): void {
    if (!this.isOn) return;
    this.clear();
    const { paddingTop, paddingBottom } = getComputedStyle(this.main);
    const height = this.main.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
    this.screens = screensOf(blocksOf(this.main), height);
    const at = this.screens.findIndex((screen) => block !== undefined && screen.includes(block));
    this.show(Math.max(0, at));
  }

  tick(): void {
    if (!this.isOn) return;
    const { text, over } = this.timer.words(this.minutes);
    this.clock.textContent = text;
    this.clock.toggleAttribute('data-over', over);
    // An answer or a solution that opens changes what there is to scroll.
    this.showMore();
  }

  private go(step: number): void {
    this.show(this.at + step);
  }

  /** Arrows to the side always turn the page; the others first scroll what is too high for it. */
  private scrollOrGo(key: string, step: 1 | -1): void {
    const isSideways = key === 'ArrowRight' || key === 'ArrowLeft';
    if (isSideways || !this.canScroll(step)) this.go(step);
    else this.scroll(step);
  }

  private canScroll(step: 1 | -1): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.main;
    return step === 1 ? scrollTop + clientHeight < scrollHeight - 2 : scrollTop > 2;
  }

  private scroll(step: 1 | -1): void {
    this.main.scrollBy({ top: step * 0.85 * this.main.clientHeight });
  }

  private show(wanted: number): void {
    this.at = Math.max(0, Math.min(wanted, this.screens.length - 1));
    this.screens.forEach((screen, at) => {
      for (const block of screen) block.toggleAttribute('data-off', at !== this.at);
      screen[0]?.setAttribute('data-first', '');
      screen.at(-1)?.setAttribute('data-last', '');
    });
    this.main.scrollTop = 0;
    const title = this.titleAt(this.at);
    this.timer.enter(this.headingAt(this.at, 'h1, h2'));
    this.title.textContent = title;
    this.count.textContent = `${this.at + 1} / ${this.screens.length}`;
    this.tick();
  }

  /** The section's name; a screen that goes on with it says so. */
  private titleAt(at: number): string {
    const own = this.screens[at]?.some((block) => block.matches('h1, h2, h3')) ?? false;
    return own ? '' : `${this.headingAt(at, 'h1, h2, h3')} (continued)`;
  }

  private headingAt(at: number, kind: string): string {
    const before = this.screens.slice(0, at + 1).flat();
    const heading = before.filter((block) => block.matches(kind)).at(-1);
    return wordsOf(heading);
  }

  private showMore(): void {
    this.more.hidden = !this.isOn || !this.canScroll(1);
  }
}

function stageButton(name: string, text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = name;
  if (text.length < 2) button.ariaLabel = name;
  button.textContent = text;
  button.addEventListener('click', () => {
    press();
    // The keys turn pages, whatever was pressed before.
    button.blur();
  });
  return button;
}
