import { KernelMessage } from '@jupyterlab/services';
import { BaseKernel, type IKernel } from '@jupyterlite/services';
import type { Ask, FromWorker, ToWorker } from '../worker/messages';
import type { LearnersFiles } from './files';

/** A cell that does not give way to messages hears no Stop: after so long its worker is ended. */
const PATIENCE = 2000;

const LOST =
  'The cell was ended by Stop. It had to be ended with its kernel, so all variables are lost: run the cells from the top.';

/** A worker of a file of its own is free of the page's policy and could send away what it reads; this is not. */
function workerBoundAsThePage(script: string): Worker {
  const start = new Blob([`importScripts(${JSON.stringify(script)})`], { type: 'text/javascript' });
  const url = URL.createObjectURL(start);
  const worker = new Worker(url);
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}

/** The kernel as JupyterLite sees it: it hands every request to its worker and every output on. */
export class TypeScriptKernel extends BaseKernel {
  private worker: Worker;
  private readonly open = new Map<number, (content: object) => void>();
  private readonly deaf: () => void;
  private asked = 0;
  private heard: (() => void) | undefined;

  constructor(
    options: IKernel.IOptions,
    private readonly site: string,
    private readonly files: LearnersFiles,
  ) {
    super(options);
    this.worker = this.begin();
    this.deaf = files.listen((path, bytes, from) => {
      if (from !== this) this.tell({ kind: 'put', path, bytes });
    });
  }

  private begin(): Worker {
    const worker = workerBoundAsThePage(`${this.site}worker.js`);
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.hear(data));
    worker.addEventListener('error', ({ message }) => this.fail(message));
    const folder = this.location.split('/').slice(0, -1).join('/');
    void this.files.all().then((files) => {
      worker.postMessage({ kind: 'begin', site: this.site, folder, files } satisfies ToWorker);
    });
    return worker;
  }

  private tell(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private hear(message: FromWorker): void {
    if (message.kind === 'answer') {
      this.open.get(message.number)?.(message.content);
      this.open.delete(message.number);
    } else if (message.kind === 'say') this.show(message.type, message.content);
    else if (message.kind === 'file') this.files.write(message.path, message.bytes, this);
    else if (message.kind === 'stopping') this.heard?.();
    else if (message.kind === 'broken') this.fail(message.why);
  }

  private show(type: string, content: object): void {
    if (type === 'stream') this.stream(content as KernelMessage.IStreamMsg['content']);
    else if (type === 'display_data')
      this.displayData(content as KernelMessage.IDisplayDataMsg['content']);
    else if (type === 'update_display_data')
      this.updateDisplayData(content as KernelMessage.IUpdateDisplayDataMsg['content']);
    else if (type === 'execute_result')
      this.publishExecuteResult(content as KernelMessage.IExecuteResultMsg['content']);
    else if (type === 'error')
      this.publishExecuteError(content as KernelMessage.IErrorMsg['content']);
  }

  private ask(ask: Ask['ask'], content: Ask['content']): Promise<object> {
    const number = ++this.asked;
    const answer = new Promise<object>((resolve) => this.open.set(number, resolve));
    this.tell({ kind: 'ask', number, ask, content });
    return answer;
  }

  /** Everything that waits for the worker is told why no answer comes. */
  private fail(why: string): void {
    const content = { status: 'error', ename: 'Error', evalue: why, traceback: [why] };
    if (this.open.size > 0) this.show('error', content);
    for (const answer of this.open.values()) answer(content);
    this.open.clear();
  }

  /** Stop: training ends itself, a cell ends at its next await, an endless loop with its worker. */
  interrupt(): void {
    const timer = setTimeout(() => this.startAnew(), PATIENCE);
    this.heard = () => clearTimeout(timer);
    this.tell({ kind: 'stop' });
  }

  private startAnew(): void {
    this.worker.terminate();
    this.fail(LOST);
    this.worker = this.begin();
  }

  override dispose(): void {
    if (this.isDisposed) return;
    this.deaf();
    this.worker.terminate();
    super.dispose();
  }

  async kernelInfoRequest(): Promise<KernelMessage.IInfoReplyMsg['content']> {
    return {
      status: 'ok',
      implementation: 'tslab',
      implementation_version: '1.0.22',
      protocol_version: '5.3',
      banner: 'TypeScript in the browser',
      help_links: [],
      language_info: {
        name: 'typescript',
        version: '5.0.4',
        mimetype: 'text/typescript',
        file_extension: '.ts',
        codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
      },
    };
  }

  async executeRequest(
    content: KernelMessage.IExecuteRequestMsg['content'],
  ): Promise<KernelMessage.IExecuteReplyMsg['content']> {
    const { code, silent } = content;
    return (await this.ask('execute', {
      code,
      silent,
    })) as KernelMessage.IExecuteReplyMsg['content'];
  }

  async completeRequest({
    code,
    cursor_pos,
  }: KernelMessage.ICompleteRequestMsg['content']): Promise<
    KernelMessage.ICompleteReplyMsg['content']
  > {
    const answer = await this.ask('complete', { code, cursor_pos });
    return answer as KernelMessage.ICompleteReplyMsg['content'];
  }

  async inspectRequest({
    code,
    cursor_pos,
  }: KernelMessage.IInspectRequestMsg['content']): Promise<
    KernelMessage.IInspectReplyMsg['content']
  > {
    const answer = await this.ask('inspect', { code, cursor_pos });
    return answer as KernelMessage.IInspectReplyMsg['content'];
  }

  async isCompleteRequest({
    code,
  }: KernelMessage.IIsCompleteRequestMsg['content']): Promise<
    KernelMessage.IIsCompleteReplyMsg['content']
  > {
    const answer = await this.ask('isComplete', { code });
    return answer as KernelMessage.IIsCompleteReplyMsg['content'];
  }

  async commInfoRequest(): Promise<KernelMessage.ICommInfoReplyMsg['content']> {
    return { status: 'ok', comms: {} };
  }

  inputReply(): void {
    // No cell of a lesson asks for input.
  }

  async commOpen(): Promise<void> {}
  async commMsg(): Promise<void> {}
  async commClose(): Promise<void> {}
}
