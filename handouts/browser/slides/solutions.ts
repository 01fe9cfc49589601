/** A folded solution becomes slides of its own: the class thinks before the next key is pressed. */
export function openSolutions(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) {
    if (fold.matches('.key')) continue;
    const summary = fold.querySelector('summary');
    const heading = document.createElement('h3');
    heading.textContent = summary?.textContent ?? '';
    summary?.remove();
    for (const part of fold.querySelectorAll<HTMLElement>(':scope > *')) part.dataset.solution = '';
    fold.replaceWith(heading, ...fold.childNodes);
  }
}
