const root = document.documentElement;
const wide = window.matchMedia('(min-width: 75rem)');

/**
 * The contents stand beside the lesson where there is room; elsewhere a button in the bar, which
 * never scrolls away, brings them down and takes them back.
 */
export function contentsWithinReach(): void {
  const contents = document.querySelector<HTMLElement>('.contents');
  const button = document.querySelector<HTMLButtonElement>('#contents-button');
  if (contents === null || button === null) return;
  button.hidden = false;
  contents.querySelector('details')!.open = true;
  const setOpen = (open: boolean) => {
    contents.toggleAttribute('data-open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  const place = () => {
    root.dataset.contents = wide.matches && !('projector' in root.dataset) ? 'side' : 'panel';
    root.style.setProperty('--bar-height', `${barHeight()}px`);
  };
  setOpen(false);
  place();
  window.addEventListener('resize', place);
  button.addEventListener('click', () => {
    setOpen(!('open' in contents.dataset));
    const here = contents.querySelector<HTMLElement>('[aria-current]');
    here?.scrollIntoView({ block: 'nearest' });
  });
  closeWhenLeft(contents, button, () => setOpen(false));
}

function closeWhenLeft(contents: HTMLElement, button: HTMLElement, close: () => void): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || button.contains(target)) return;
    if (!contents.contains(target) || target.closest('a') !== null) close();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !('open' in contents.dataset)) return;
    close();
    button.focus();
  });
}

function barHeight(): number {
  return document.querySelector<HTMLElement>('.bar')?.offsetHeight ?? 0;
}
