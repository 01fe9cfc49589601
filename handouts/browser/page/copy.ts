const SHEETS = 'M8 8h12v12H8zM16 8V4H4v12h4';
const TICK = 'M4 13l5 5L20 6';

/** Gives every piece of code a button that copies it. */
export function copyButtons(): void {
  for (const code of document.querySelectorAll<HTMLElement>('.highlight pre')) {
    // Taken before the button stands among the lines.
    const text = (code.textContent ?? '').trimEnd();
    code.prepend(copyButton(text));
  }
}

function copyButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  const rest = () => label(button, 'Copy this code', SHEETS);
  rest();
  button.addEventListener('click', () => {
    void copied(text).then((done) => {
      button.toggleAttribute('data-done', done);
      label(button, done ? 'Copied' : 'Select the code and copy it by hand', done ? TICK : SHEETS);
      window.setTimeout(() => {
        button.removeAttribute('data-done');
        rest();
      }, 2000);
    });
  });
  return button;
}

function label(button: HTMLButtonElement, words: string, path: string): void {
  button.ariaLabel = words;
  button.title = words;
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
}

/** Whether the text is in the clipboard now; the old way still works where the new one is barred. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
