import type { Question, Quiz } from '../../../src/show/quiz';

/** Gives every quiz of the page buttons, feedback and a score; paper keeps the printed form. */
export function makeQuizzesAnswer(): void {
  for (const printed of document.querySelectorAll<HTMLElement>('.quiz')) {
    const data = printed.querySelector('script')?.textContent;
    if (data) new LiveQuiz(printed, JSON.parse(data) as Quiz).start();
  }
}

class LiveQuiz {
  private readonly score = withClass(document.createElement('p'), 'score');
  private readonly form = withClass(document.createElement('div'), 'quiz-live');
  /** For each answered question, whether the first answer was right. */
  private first: (boolean | undefined)[] = [];

  constructor(
    private readonly printed: HTMLElement,
    private readonly quiz: Quiz,
  ) {
    this.score.setAttribute('role', 'status');
  }

  start(): void {
    this.printed.after(this.form);
    this.printed.dataset.live = '';
    this.restart();
  }

  private restart(): void {
    this.first = this.quiz.questions.map(() => undefined);
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = 'Start again';
    again.addEventListener('click', () => this.restart());
    const questions = this.quiz.questions.map((question, at) => this.asked(question, at));
    const end = withClass(document.createElement('div'), 'quiz-end');
    end.append(this.score, again);
    this.form.replaceChildren(...questions, end);
    this.showScore();
  }

  private asked({ question, options }: Question, at: number): HTMLElement {
    const box = document.createElement('fieldset');
    const legend = document.createElement('legend');
    legend.textContent = `${at + 1}. ${question}`;
    const feedback = withClass(document.createElement('p'), 'feedback');
    feedback.setAttribute('role', 'status');
    const buttons = options.map((option, position) => {
      const button = optionButton(option.text, position);
      button.addEventListener('click', () => {
        const right = option.correct === true;
        this.first[at] ??= right;
        mark(buttons, button, right);
        feedback.className = `feedback ${right ? 'right' : 'wrong'}`;
        feedback.textContent = `${right ? '✓ Right.' : '✗ Not quite.'} ${option.feedback}`;
        this.showScore();
      });
      return button;
    });
    answerByLetter(box, buttons);
    box.append(legend, ...buttons, feedback);
    return box;
  }

  private showScore(): void {
    const answered = this.first.filter((right) => right !== undefined).length;
    const right = this.first.filter((right) => right === true).length;
    const all = this.first.length;
    this.score.textContent = `Right at the first try: ${right} of ${all}. Answered: ${answered}.`;
  }
}

function optionButton(text: string, position: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-pressed', 'false');
  const letter = document.createElement('span');
  letter.textContent = String.fromCharCode(65 + position);
  const words = document.createElement('span');
  words.textContent = text;
  button.append(letter, ' ', words);
  return button;
}

function mark(buttons: HTMLButtonElement[], chosen: HTMLButtonElement, right: boolean): void {
  for (const button of buttons) button.setAttribute('aria-pressed', String(button === chosen));
  chosen.classList.add(right ? 'right' : 'wrong');
}

/** Within a question, the keys A, B, C, D answer it. */
function answerByLetter(box: HTMLElement, buttons: HTMLButtonElement[]): void {
  box.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) return;
    const button = buttons[event.key.toUpperCase().charCodeAt(0) - 65];
    button?.focus();
    button?.click();
  });
}

function withClass<T extends HTMLElement>(element: T, name: string): T {
  element.className = name;
  return element;
}
