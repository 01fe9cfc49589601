/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// What runs inside the browser's page. Each function must stand alone: it is sent there as text.

/** A link or a picture of a page, as it stands in its source. */
export interface Target {
  readonly target: string;
  readonly words: string;
}

/** What has stayed raw in the rendered words: table bars, formulas, marks of emphasis, of code and of links. */
export function flawsIn(selector: string): string[] {
  const MARKS: Record<string, RegExp> = {
    'a raw table bar': /\|/,
    'a leftover asterisk': /\*\S|\S\*/,
    'a leftover underscore': /(^|[^\w…])_|_([^\w…]|$)/,
    'a leftover backtick': /`/,
    'an unrendered formula': /\$[^$]+\$|\\[a-zA-Z]{2,}|\\[([]/,
    'a raw heading': /^#{1,6} /,
    'a raw link': /\]\(/,
  };
  const BLOCKS = 'p, li, td, th, dt, dd, summary, h1, h2, h3, h4, h5, h6, blockquote, div';
  const ASIDE =
    'pre, code, kbd, script, style, svg, .katex, .katex-display, mjx-container, .anchor, .jp-InternalAnchorLink';
  const found: string[] = [];
  for (const root of document.querySelectorAll(selector)) {
    for (const broken of root.querySelectorAll(
      '.katex-error, mjx-merror, [data-mml-node=merror]',
    )) {
      found.push(`a formula that cannot be read: ${broken.textContent}`);
    }
    const words = root.cloneNode(true) as Element;
    for (const aside of words.querySelectorAll(ASIDE)) aside.replaceWith('…');
    for (const block of words.querySelectorAll(BLOCKS)) block.append('\n');
    for (const line of (words.textContent ?? '').split('\n')) {
      const said = line.trim();
      for (const [flaw, mark] of Object.entries(MARKS)) {
        if (mark.test(said)) found.push(`${flaw}: ${said}`);
      }
    }
  }
  return found;
}

/** Where the links and pictures of a page lead. */
export function targetsIn(selector: string): Target[] {
  const links = [...document.querySelectorAll(`:is(${selector}) :is(a[href], img[src])`)];
  return links.map((link) => ({
    target: link.getAttribute('href') ?? link.getAttribute('src') ?? '',
    words: link.textContent || link.getAttribute('alt') || '',
  }));
}

/** The names of a page's places, to which `#name` leads. */
export function placesOf(): string[] {
  return [...document.querySelectorAll('[id]')].map(({ id }) => id);
}

/** Pictures that have not come. */
export function missingPictures(selector: string): string[] {
  const pictures = [...document.querySelectorAll<HTMLImageElement>(`:is(${selector}) img`)];
  return pictures
    .filter(({ complete, naturalWidth }) => complete && naturalWidth === 0)
    .map(({ alt, src }) => `${alt}: ${src.slice(0, 80)}`);
}
