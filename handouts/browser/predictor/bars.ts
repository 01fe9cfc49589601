/** The ten probabilities as bars, and the guess in words. */
export class Bars {
  private readonly rows: { row: HTMLElement; bar: HTMLElement; value: HTMLElement }[];
  private announcement = 0;

  constructor(
    table: HTMLTableSectionElement,
    private readonly guessLine: HTMLElement,
    private readonly truthLine: HTMLElement,
    private readonly spoken: HTMLElement,
    private readonly classNames: readonly string[],
  ) {
    this.rows = classNames.map((name) => {
      const row = table.insertRow();
      const head = document.createElement('th');
      head.scope = 'row';
      head.textContent = name;
      const bar = document.createElement('span');
      bar.className = 'bar';
      row.append(head);
      row.insertCell().append(bar);
      const value = row.insertCell();
      return { row, bar, value };
    });
  }

  show(probabilities: readonly number[], truth: number | undefined): void {
    const guess = probabilities.indexOf(Math.max(...probabilities));
    this.rows.forEach(({ row, bar, value }, at) => {
      const probability = probabilities[at] ?? 0;
      bar.style.width = `${probability * 100}%`;
      value.textContent = percent(probability);
      row.classList.toggle('guess', at === guess);
      row.classList.toggle('truth', at === truth);
    });
    const name = this.classNames[guess] ?? '';
    const words = `Guess: ${name}, ${percent(probabilities[guess] ?? 0)}`;
    this.guessLine.textContent = words;
    this.showTruth(truth, guess);
    this.announce(`${words}. ${this.truthLine.textContent}`);
  }

  clear(hint: string): void {
    for (const { row, bar, value } of this.rows) {
      bar.style.width = '0';
      value.textContent = '';
      row.className = '';
    }
    this.guessLine.textContent = hint;
    this.truthLine.textContent = '';
  }

  private showTruth(truth: number | undefined, guess: number): void {
    const right = truth === guess;
    this.truthLine.className = right ? 'right' : 'wrong';
    this.truthLine.textContent =
      truth === undefined
        ? ''
        : `${right ? '✓' : '✗'} Truth: ${this.classNames[truth] ?? ''}, so the guess is ` +
          (right ? 'right.' : 'wrong.');
  }

  /** A screen reader hears a guess when it has stood for a moment, not at every pixel. */
  private announce(text: string): void {
    window.clearTimeout(this.announcement);
    this.announcement = window.setTimeout(() => (this.spoken.textContent = text), 700);
  }
}

function percent(probability: number): string {
  return `${(probability * 100).toFixed(1)} %`;
}
