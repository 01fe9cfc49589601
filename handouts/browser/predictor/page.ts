/** The element with this id; the page is ours, so a missing one is a mistake in it. */
export function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The predictor's page lacks its #${id}.`);
  return found;
}

/** The iframe this page stands in, where the page round it may be asked. */
function frame(): HTMLElement | null {
  try {
    return window.frameElement as HTMLElement | null;
  } catch {
    return null;
  }
}

/** JupyterLab gives a link in an output the address of the file it points to. */
export function addressOfAllImages(): string | undefined {
  const link = frame()?.parentElement?.querySelector<HTMLAnchorElement>('a[download]');
  return link?.href.includes('/files/') ? link.href : undefined;
}

/** Makes the iframe as high as its contents, and takes the note for readers without scripts away. */
export function fitFrame(): void {
  const own = frame();
  if (own === null) return;
  const fit = () => (own.style.height = `${document.body.offsetHeight}px`);
  new ResizeObserver(fit).observe(document.body);
  own.parentElement?.setAttribute('data-live', '');
  for (const note of own.parentElement?.querySelectorAll<HTMLElement>('.nnlab-note') ?? []) {
    note.hidden = true;
  }
}

/** Takes light or dark from the page round the iframe: JupyterLab's or the handout's theme. */
export function followTheme(): void {
  const outer = frame()?.ownerDocument;
  if (!outer) return;
  const apply = () => (document.documentElement.dataset.theme = themeOf(outer) ?? '');
  apply();
  const watch = new MutationObserver(apply);
  watch.observe(outer.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  watch.observe(outer.body, { attributes: true, attributeFilter: ['data-jp-theme-light'] });
}

function themeOf(outer: Document): string | undefined {
  const lab = outer.body.dataset.jpThemeLight;
  if (lab !== undefined) return lab === 'true' ? 'light' : 'dark';
  return outer.documentElement.dataset.theme;
}
