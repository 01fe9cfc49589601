/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// What runs inside the browser's page. Each function must stand alone: it is sent there as text.

interface LabOutput {
  readonly data?: Readonly<Record<string, unknown>> & { readonly 'text/plain'?: string | string[] };
  readonly name?: string;
  readonly text?: string | string[];
  readonly traceback?: string[];
}

interface LabCell {
  readonly cell_type: string;
  readonly source: string | string[];
  readonly execution_count?: number | null;
  readonly metadata: { readonly tags?: readonly string[] };
  readonly outputs?: LabOutput[];
}

/** The part of JupyterLab's application that the tests use (it is exposed on `window`). */
interface LabWindow {
  readonly jupyterapp: {
    readonly commands: { execute(id: string): Promise<unknown> };
    readonly shell: {
      readonly currentWidget: {
        readonly context: {
          readonly ready: Promise<void>;
          readonly sessionContext: { readonly ready: Promise<void> };
        };
        readonly content: {
          readonly rendermime: {
            createModel(options: { data: Record<string, string>; trusted: boolean }): object;
            createRenderer(type: string): {
              readonly node: HTMLElement;
              renderModel(model: object): Promise<void>;
            };
            readonly latexTypesetter: { typeset(node: HTMLElement): void };
          };
          readonly widgets: readonly {
            readonly isHidden: boolean;
            readonly model: {
              readonly type: string;
              readonly sharedModel: { getSource(): string };
              trusted: boolean;
              getMetadata(key: 'tags'): readonly string[] | undefined;
            };
          }[];
          readonly model: { toJSON(): { cells: LabCell[] } };
          activeCellIndex: number;
        };
      };
    };
  };
}

export async function kernelReady(): Promise<void> {
  const { context } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget;
  await context.ready;
  await context.sessionContext.ready;
}

/** Does what stands behind one of JupyterLab's menu entries, until it is done. */
export async function runCommand(id: string): Promise<void> {
  await (window as unknown as LabWindow).jupyterapp.commands.execute(id);
}

/** The place of the cell with a tag. */
export function cellTagged(tag: string): number {
  const { content } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget;
  return content.model.toJSON().cells.findIndex(({ metadata }) => metadata.tags?.includes(tag));
}

/** Goes to a cell, as a click on it does. */
export function selectCell(place: number): void {
  const { content } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget;
  content.activeCellIndex = place;
}

/** What became of a cell. */
export interface CellSeen {
  readonly code: boolean;
  readonly source: string;
  readonly ran: boolean;
  /** Its error, and whatever else came on stderr. */
  readonly complaints: string;
  /** What it printed, live lines with it. */
  readonly printed: string;
}

/** All cells of the notebook, as JupyterLab would save them now. */
export function cellsSeen(): CellSeen[] {
  const { content } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget;
  return content.model.toJSON().cells.map((cell) => ({
    code: cell.cell_type === 'code',
    source: [cell.source].flat().join(''),
    ran: typeof cell.execution_count === 'number',
    complaints: (cell.outputs ?? [])
      .flatMap(({ name, text, traceback }) => traceback ?? (name === 'stderr' ? (text ?? '') : []))
      .join(''),
    printed: (cell.outputs ?? [])
      .flatMap(({ name, text, data }) => (name === 'stdout' ? text : data?.['text/plain']) ?? [])
      .join('\n'),
  }));
}

/** Whether JupyterLab trusts the outputs of each cell. */
export function trustOfCells(): boolean[] {
  const { content } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget;
  return content.widgets.map(({ model }) => model.trusted);
}

/** Renders words as JupyterLab renders Markdown cells, all of them, in or out of sight. */
export async function renderWords(cells: readonly string[]): Promise<void> {
  const { rendermime } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget.content;
  const place = document.createElement('main');
  document.body.append(place);
  for (const words of cells) {
    const renderer = rendermime.createRenderer('text/markdown');
    await renderer.renderModel(
      rendermime.createModel({ data: { 'text/markdown': words }, trusted: true }),
    );
    place.append(renderer.node);
    rendermime.latexTypesetter.typeset(renderer.node);
  }
}

/** Names of files that are cut, which ends them in dots. */
export function cutNames(items: Element[]): string[] {
  return items
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ textContent }) => textContent ?? '');
}

/** Words that cells have printed and a line's end cuts in two. */
export function brokenWords(): string[] {
  const broken: string[] = [];
  for (const block of document.querySelectorAll('.jp-OutputArea-output pre')) {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\S+/g)) {
        const place = document.createRange();
        place.setStart(text, index);
        place.setEnd(text, index + word.length);
        if (place.getClientRects().length > 1) broken.push(word);
      }
  }
  return broken;
}

/** The code of the cells tagged `solution` that JupyterLab shows. */
export function solutionsInSight(): string[] {
  const { content } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget;
  return content.widgets
    .filter(({ isHidden, model }) => !isHidden && model.type === 'code')
    .filter(({ model }) => model.getMetadata('tags')?.includes('solution'))
    .map(({ model }) => model.sharedModel.getSource());
}

/** Whether each chart among the notebook's outputs has been drawn. */
export function allDrawn(): boolean {
  const { content } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget;
  const outputs = content.model.toJSON().cells.flatMap((cell) => cell.outputs ?? []);
  const charts = outputs.filter(({ data = {} }) => 'application/vnd.vegalite.v5+json' in data);
  return document.querySelectorAll('.vega-embed svg.marks').length >= charts.length;
}

/** Whether all stderr and all errors stand on the page, where JupyterLab writes them alike, bit by bit. */
export function allSaid(): boolean {
  const { content } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget;
  const outputs = content.model.toJSON().cells.flatMap((cell) => cell.outputs ?? []);
  const said = outputs.flatMap(
    ({ name, text, traceback }) => traceback ?? (name === 'stderr' ? (text ?? '') : []),
  );
  const shown = [
    ...document.querySelectorAll('[data-mime-type="application/vnd.jupyter.stderr"]'),
  ].map((element) => element.textContent ?? '');
  // Without colours, line ends and the indentation that some texts come with.
  const beside = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m|\\s`, 'g');
  const letters = (texts: string[]) => texts.join('').replace(beside, '');
  return letters(said) === letters(shown);
}

/** What one drawn chart looks like to somebody who sees it, and to somebody who does not. */
export interface SeenChart {
  readonly width: number;
  readonly height: number;
  /** Lines, bars, letters and pictures in it. */
  readonly shapes: number;
  readonly background: string;
  /** Whether light and dark are turned as it is shown. */
  readonly filtered: boolean;
  readonly alt: string;
  readonly texts: readonly string[];
  /** Texts that reach over the edge of the drawing. */
  readonly clipped: readonly string[];
}

/** Looks at all charts drawn by vega on the page. */
export function chartsOnPage(): SeenChart[] {
  return [...document.querySelectorAll<SVGSVGElement>('.vega-embed svg.marks')].map((svg) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent?.trim());
    const outside = texts.filter((text) => {
      const box = text.getBoundingClientRect();
      return (
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1
      );
    });
    return {
      width: frame.width,
      height: frame.height,
      shapes: svg.querySelectorAll('path[d], text, image[href], image[*|href], line, rect').length,
      background: getComputedStyle(svg).backgroundColor,
      filtered: getComputedStyle(svg).filter !== 'none',
      alt: svg.closest('[aria-label]')?.getAttribute('aria-label') ?? '',
      texts: texts.map((text) => text.textContent ?? ''),
      clipped: outside.map((text) => text.textContent ?? ''),
    };
  });
}

/** How far the buttons of charts stick out of their cells. */
export function menusOutside(): number {
  const outside = [...document.querySelectorAll('.vega-embed summary')].map((button) => {
    const cell = button.closest('.jp-OutputArea')!.getBoundingClientRect();
    return button.getBoundingClientRect().right - cell.right;
  });
  return Math.max(0, ...outside);
}

/** The height the window needs to show the whole notebook, wherever it is scrolled to. */
export function notebookHeight(): number {
  const cells = [...document.querySelectorAll('.jp-Notebook .jp-Cell')];
  const boxes = cells.map((cell) => cell.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const menusAndMargins = 180;
  return Math.ceil(bottom - top + menusAndMargins);
}

/** How far a training is, by its chart and by its table. */
export interface ProgressSeen {
  /** Epochs that are over, by the table. */
  readonly epochs: number;
  /** Epochs that the chart shows. */
  readonly drawn: number;
  readonly chartFirst: boolean;
  /** Outputs of the cell. */
  readonly outputs: number;
}

/** Looks at the last cell, whose training may still run. */
export function progressSeen(): ProgressSeen {
  const cell = [...document.querySelectorAll('.jp-CodeCell')].at(-1)!;
  const outputs = [...cell.querySelectorAll('.jp-OutputArea-output')];
  const table = cell.querySelector('.jp-OutputArea-output pre')?.textContent ?? '';
  const points = [...cell.querySelectorAll('svg.marks [aria-roledescription="point"]')];
  const epochs = points.map(
    (point) => /epoch: (\d+)/i.exec(point.getAttribute('aria-label') ?? '')?.[1],
  );
  return {
    epochs: table.split('\n').filter((line) => /m?s +\d/.test(line)).length,
    drawn: Math.max(0, ...epochs.map(Number)),
    chartFirst: outputs[0]?.querySelector('.vega-embed') !== null,
    outputs: outputs.length,
  };
}

/** How the table of a training stands on the page. */
export interface RowsSeen {
  readonly lines: number;
  /** Its height in lines. */
  readonly heights: number;
  readonly width: number;
  /** The width that its longest line takes. */
  readonly needed: number;
  /** The size of its letters. */
  readonly letters: number;
}

export function rowsSeen(): RowsSeen {
  const table = [...document.querySelectorAll<HTMLElement>('.jp-RenderedHTML pre')].at(-1)!;
  const style = getComputedStyle(table);
  const text = document.createRange();
  text.selectNodeContents(table);
  return {
    lines: (table.textContent ?? '').split('\n').length,
    heights: Math.round(text.getBoundingClientRect().height / parseFloat(style.lineHeight)),
    width: table.closest('.jp-OutputArea-output')!.clientWidth,
    needed: Math.ceil(text.getBoundingClientRect().width),
    letters: parseFloat(style.fontSize),
  };
}
