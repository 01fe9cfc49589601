import { type Hit, type Index, beginningWith, find, plain, wordsOf } from './found';

declare global {
  interface Window {
    nnlabIndex?: Index;
  }
}

const FILE = 'search-index.js';
const MOST = 20;

/** A search over the whole course; its index is a script beside the pages, loaded when asked for. */
export function courseSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('#search-button');
  const dialog = document.querySelector<HTMLDialogElement>('#search');
  const field = dialog?.querySelector('input');
  if (!button || !dialog || !field) return;
  const open = () => {
    dialog.showModal();
    field.select();
    void loadIndex().then(() => show(dialog, field.value));
  };
  button.hidden = false;
  button.addEventListener('click', open);
  field.addEventListener('input', () => show(dialog, field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    dialog.querySelector<HTMLElement>('ol a')?.click();
  });
  dialog.addEventListener('click', ({ target }) => {
    // The ground round the dialog counts as the dialog itself.
    if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    event.preventDefault();
    open();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea') !== null;
}

let loading: Promise<void> | undefined;

function loadIndex(): Promise<void> {
  loading ??= new Promise((done) => {
    const script = document.createElement('script');
    script.src = FILE;
    script.addEventListener('load', () => done());
    script.addEventListener('error', () => done());
    document.head.append(script);
  });
  return loading;
}

function show(dialog: HTMLDialogElement, query: string): void {
  const [status, list] = [dialog.querySelector('p'), dialog.querySelector('ol')];
  if (!status || !list) return;
  const words = wordsOf(query);
  const hits = window.nnlabIndex ? find(window.nnlabIndex, query) : [];
  status.textContent = statusOf(hits.length, words);
  list.replaceChildren(...hits.slice(0, MOST).map((hit) => itemOf(hit, words)));
}

function statusOf(count: number, words: readonly string[]): string {
  if (window.nnlabIndex === undefined)
    return `This page came without ${FILE}, which the search needs; your browser can search the page itself (Ctrl F).`;
  if (words.length === 0) return 'Looks through the prose of all lessons.';
  if (count > MOST) return `${count} sections; the best ${MOST}:`;
  return `${count === 0 ? 'No section' : count === 1 ? '1 section' : `${count} sections`} with ${words.join(' and ')}.`;
}

function itemOf(hit: Hit, words: readonly string[]): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `${hit.file}#${encodeURIComponent(hit.id)}`;
  const heading = document.createElement('b');
  heading.textContent = hit.heading;
  link.append(heading);
  if (hit.heading !== hit.lesson) link.append(small(hit.lesson));
  const around = document.createElement('span');
  around.append(...marked(snippet(hit.text, words), words));
  link.append(around);
  item.append(link);
  return item;
}

function small(text: string): HTMLElement {
  const element = document.createElement('small');
  element.textContent = text;
  return element;
}

/** Some words before and after the first place where one of the words stands. */
function snippet(text: string, words: readonly string[]): string {
  const places = words.map((word) => plain(text).search(beginningWith(word)));
  const first = Math.min(...places.filter((place) => place >= 0), text.length);
  const start = first < 60 || first === text.length ? 0 : text.indexOf(' ', first - 60) + 1;
  const end = start + 180 < text.length ? text.lastIndexOf(' ', start + 180) : text.length;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}

function marked(text: string, words: readonly string[]): (string | HTMLElement)[] {
  const any = new RegExp(words.map((word) => beginningWith(word).source).join('|'), 'giu');
  const parts: (string | HTMLElement)[] = [];
  let from = 0;
  for (const { 0: word, index = 0 } of text.matchAll(any)) {
    const mark = document.createElement('mark');
    mark.textContent = word;
    parts.push(text.slice(from, index), mark);
    from = index + word.length;
  }
  return [...parts, text.slice(from)];
}
