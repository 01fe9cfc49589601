// What tests read of the lesson in front, as expressions: each browser is driven its own way, and all take text.

/** JupyterLab opens what was open before, behind the lesson that was asked for. */
export const IN_FRONT = '.jp-NotebookPanel:not(.lm-mod-hidden)';

/** Where Lab opens a lesson, in a site at that address. */
export const lessonIn = (site: string, name: string) =>
  `${site}lab/index.html?path=notebooks/${name}.ipynb`;

const PROMPTS = `[...document.querySelectorAll('.jp-Notebook .jp-CodeCell .jp-InputPrompt')].map((it) => it.textContent)`;

/** Some cell runs, waits or has run. */
export const ONE_BEGAN = `${PROMPTS}.some((it) => /[\\d*]/.test(it))`;

/** Some cell has run, and none waits or runs. */
export const ALL_RAN = `((them) => them.some((it) => /\\d/.test(it)) && !them.some((it) => it.includes('*')))(${PROMPTS})`;

/** What somebody sees who scrolls from the top to the end. */
export interface Seen {
  readonly errors: readonly string[];
  readonly notRun: number;
  readonly charts: number;
}

export const SEEN = `({
  errors: [...document.querySelectorAll('.jp-Notebook [data-mime-type$="jupyter.error"], .jp-Notebook [data-mime-type$="jupyter.stderr"]')].map((it) => it.textContent.trim()),
  notRun: ${PROMPTS}.filter((it) => !/\\d/.test(it)).length,
  charts: document.querySelectorAll('.jp-Notebook .vega-embed').length,
})`;
