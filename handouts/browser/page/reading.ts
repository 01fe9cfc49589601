/** A setting of the reader's, kept where the browser lets a page keep anything. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`nnlab-${key}`);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`nnlab-${key}`, value);
  } catch {
    // Then it holds for this page only.
  }
}

const root = document.documentElement;

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** Whether the page is dark now, by choice or by the reader's system. */
export function isDark(): boolean {
  return root.dataset.theme === undefined ? systemIsDark.matches : root.dataset.theme === 'dark';
}

/** Light, dark, or as the reader's system has it. */
export function themeSwitch(): void {
  const choice = document.querySelector<HTMLSelectElement>('#theme');
  if (choice === null) return;
  const apply = (theme: string) => {
    choice.value = theme;
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
    window.dispatchEvent(new Event('themechange'));
  };
  apply(remembered('theme') ?? 'auto');
  systemIsDark.addEventListener('change', () => window.dispatchEvent(new Event('themechange')));
  choice.addEventListener('change', () => {
    remember('theme', choice.value);
    apply(choice.value);
  });
}

/** Large type and one wide column, for a room that reads from a screen. */
export function projectorSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('#projector');
  if (button === null) return;
  const apply = (on: boolean) => {
    button.setAttribute('aria-pressed', String(on));
    root.toggleAttribute('data-projector', on);
    window.dispatchEvent(new Event('resize'));
  };
  apply(remembered('projector') === 'on');
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    remember('projector', on ? 'on' : 'off');
    apply(on);
  });
}

/** Marks, in the table of contents, the section that is being read. */
export function trackSection(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const headingOf = (link: HTMLAnchorElement) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const sections = links.map((link) => ({ link, heading: headingOf(link) }));
  const mark = () => {
    const line = window.innerHeight / 4;
    const begun = sections.filter(
      ({ heading }) => heading !== null && heading.getBoundingClientRect().top < line,
    );
    for (const link of links) link.removeAttribute('aria-current');
    begun.at(-1)?.link.setAttribute('aria-current', 'location');
  };
  mark();
  document.addEventListener('scroll', mark, { passive: true });
}

/** Only what scrolls is a stop for the Tab key: code, tables and outputs that are too wide. */
export function stopWhereItScrolls(): void {
  const wide = [...document.querySelectorAll<HTMLElement>('main [tabindex="0"]')];
  const decide = () => {
    for (const block of wide) block.tabIndex = block.scrollWidth > block.clientWidth ? 0 : -1;
  };
  decide();
  window.addEventListener('resize', decide);
}
