/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import type { Served } from './site';

// A kernel of the site without a notebook, asked by Jupyter's own messages.

type Content = Readonly<Record<string, unknown>>;

interface Message {
  readonly header: { readonly msg_type: string };
  readonly content: Content;
}

interface Kernel {
  /** Kept once the kernel has said what it is. */
  readonly info: Promise<unknown>;
  requestExecute(content: object): {
    onIOPub: (message: Message) => void;
    readonly done: Promise<Message>;
  };
  restart(): Promise<void>;
  interrupt(): Promise<void>;
}

type Asking = Readonly<Record<Question, (content: object) => Promise<Message>>>;

interface SiteWindow {
  readonly jupyterapp: {
    readonly serviceManager: {
      readonly ready: Promise<void>;
      readonly kernels: { startNew(options: { name: string }): Promise<Kernel & Asking> };
    };
  };
  readonly kernels?: Map<string, Kernel & Asking>;
}

export type Question =
  | 'requestKernelInfo'
  | 'requestComplete'
  | 'requestInspect'
  | 'requestIsComplete'
  | 'requestHistory'
  | 'requestCommInfo';

/** What a cell said, and the answer in the end. */
export interface Ran {
  readonly reply: Content;
  readonly said: readonly { readonly type: string; readonly content: Content }[];
}

/** The site's Lab, its application exposed on `window` as in the tests of JupyterLab. */
export async function openExposed(page: Page, { address }: Served): Promise<void> {
  await page.route(`${address}jupyter-lite.json`, async (route) => {
    const answer = await route.fetch();
    const settings = (await answer.json()) as { 'jupyter-config-data': object };
    Object.assign(settings['jupyter-config-data'], { exposeAppInBrowser: true });
    await route.fulfill({ json: settings });
  });
  await page.goto(`${address}lab/index.html`);
  await page.waitForFunction(() => 'jupyterapp' in window, null, { timeout: 60_000 });
}

/** Asks the kernel with that name, which is started when it is first named. */
export function kernelOf(page: Page, name: string) {
  const started = page.evaluate(async (name) => {
    const site = window as unknown as SiteWindow & { kernels?: Map<string, Kernel> };
    const { serviceManager } = site.jupyterapp;
    await serviceManager.ready;
    const kernel = await serviceManager.kernels.startNew({ name: 'tslab' });
    // A question about the kernel, other than what a cell asks, does not wait for its connection.
    await kernel.info;
    (site.kernels ??= new Map()).set(name, kernel);
  }, name);

  return {
    async execute(code: string): Promise<Ran> {
      await started;
      return page.evaluate(execute, { name, code });
    },
    async ask(question: Question, content: object): Promise<Content> {
      await started;
      return page.evaluate(ask, { name, question, content });
    },
    async do(what: 'restart' | 'interrupt'): Promise<void> {
      await started;
      await page.evaluate(act, { name, what });
    },
  };
}

// Each of these is sent into the page as text, so it must stand alone.

async function execute({ name, code }: { name: string; code: string }): Promise<Ran> {
  const kernel = (window as unknown as SiteWindow).kernels?.get(name);
  if (!kernel) throw new Error(`There is no kernel ${name}.`);
  const future = kernel.requestExecute({ code, store_history: true });
  const said: { type: string; content: Content }[] = [];
  future.onIOPub = ({ header, content }) => said.push({ type: header.msg_type, content });
  const { content } = await future.done;
  return { reply: content, said };
}

async function ask(asked: { name: string; question: Question; content: object }): Promise<Content> {
  const kernel = (window as unknown as SiteWindow).kernels?.get(asked.name);
  if (!kernel) throw new Error(`There is no kernel ${asked.name}.`);
  return (await kernel[asked.question](asked.content)).content;
}

async function act({ name, what }: { name: string; what: 'restart' | 'interrupt' }): Promise<void> {
  await (window as unknown as SiteWindow).kernels?.get(name)?.[what]();
}
