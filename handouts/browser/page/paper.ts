import { wordsOf } from './screens';

const ANSWERS = 'main details.solution, main .quiz .key, main .prose details';
/** A fold among the words may be a hint, which stays. */
const GIVES_AWAY = /solution|answer|\bkey\b/i;

/**
 * Paper has no folds: everything folded is opened for print and closed again. Solutions and keys
 * go to the end, on pages of their own, so that they can be kept back.
 */
export function readyForPaper(): void {
  let undo: (() => void)[] = [];
  window.addEventListener('beforeprint', () => {
    undo = [openAll(), answersApart()];
  });
  window.addEventListener('afterprint', () => {
    for (const step of undo.reverse()) step();
    undo = [];
  });
}

function openAll(): () => void {
  const opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  for (const details of opened) details.open = true;
  return () => {
    for (const details of opened) details.open = false;
  };
}

function answersApart(): () => void {
  const answers = [...document.querySelectorAll<HTMLElement>(ANSWERS)].filter(
    (details) =>
      (details.matches('.solution, .key') || GIVES_AWAY.test(titleOf(details))) &&
      details.parentElement?.closest('details') === null,
  );
  if (answers.length === 0) return () => undefined;
  const section = document.createElement('section');
  section.className = 'answers';
  const heading = document.createElement('h2');
  heading.textContent = 'Solutions';
  section.append(heading);
  const returns = answers.map((answer) => moved(answer, section));
  document.querySelector('main')?.append(section);
  return () => {
    for (const back of returns) back();
    section.remove();
  };
}

/** Moves an answer, under the heading it belongs to; returns what brings it back. */
function moved(answer: HTMLElement, section: HTMLElement): () => void {
  const place = document.createElement('p');
  place.className = 'answer-place';
  place.textContent = `${titleOf(answer) || 'Solution'}: at the end.`;
  const home = document.createElement('div');
  // What the style sheets say of an answer, they say by what it stands in.
  home.className = answer.parentElement?.className ?? '';
  const origin = originOf(answer);
  const said = [...section.querySelectorAll('.answer-origin')].at(-1)?.textContent;
  if (origin.textContent !== said) home.append(origin);
  answer.replaceWith(place);
  home.append(answer);
  section.append(home);
  return () => place.replaceWith(answer);
}

const titleOf = (details: HTMLElement) => wordsOf(details.querySelector('summary') ?? undefined);

function originOf(answer: HTMLElement): HTMLElement {
  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h2, h3, h4)[id]')];
  const above = headings.filter(
    (heading) => heading.compareDocumentPosition(answer) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const origin = document.createElement('p');
  origin.className = 'answer-origin';
  origin.textContent = wordsOf(above.at(-1));
  return origin;
}
