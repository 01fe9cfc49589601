import { KernelMessage } from '@jupyterlab/services';
import { BaseKernel, type IKernel } from '@jupyterlite/services';
import type { Ask, FromWorker, ToWorker } from '../worker/messages';
import type { LearnersFiles } from './files';
import { KERNEL_INFO } from './kernel-info';
import { workerBoundAsThePage } from './worker';

/** A cell that does not give way to messages hears no Stop: after so long its worker is ended. */
const PATIENCE = 2000;

const LOST =
  'The cell was ended by Stop. It had to be ended with its kernel, so all variables are lost: run the cells from the top.';

/** The kernel as JupyterLite sees it: it hands every request to its worker and every output on. */
export class TypeScriptKernel extends BaseKernel {
  private worker: Worker;
  private readonly open = new Map<number, (content: object) => void>();
  private readonly deaf: () => void;
  private readonly send: IKernel.SendMessage;
  private asked = 0;
  private heard: (() => void) | undefined;

  constructor(
    options: IKernel.IOptions,
    private readonly site: string,
    private readonly files: LearnersFiles,
  ) {
    super(options);
    this.send = options.sendMessage;
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

  private ask(ask: Ask['ask'], content: object): Promise<never> {
    const number = ++this.asked;
    const answer = new Promise<object>((resolve) => this.open.set(number, resolve));
    this.tell({ kind: 'ask', number, ask, content: content as Ask['content'] });
    // Jupyter's protocol says what the answer to each question holds.
    return answer as Promise<never>;
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
    return KERNEL_INFO;
  }

  executeRequest({ code, silent }: KernelMessage.IExecuteRequestMsg['content']) {
    return this.ask('execute', { code, silent });
  }

  completeRequest(content: KernelMessage.ICompleteRequestMsg['content']) {
    return this.ask('complete', content);
  }

  inspectRequest(content: KernelMessage.IInspectRequestMsg['content']) {
    return this.ask('inspect', content);
  }

  isCompleteRequest(content: KernelMessage.IIsCompleteRequestMsg['content']) {
    return this.ask('isComplete', content);
  }

  async commInfoRequest(): Promise<KernelMessage.ICommInfoReplyMsg['content']> {
    return { status: 'ok', comms: {} };
  }

  /** What JupyterLite leaves without an answer, or answers without the cells' numbers. */
  override async handleMessage(message: KernelMessage.IMessage): Promise<void> {
    const type = message.header.msg_type;
    if (type === 'comm_info_request')
      await this.answer(message, 'comm_info_reply', this.commInfoRequest());
    else if (type === 'history_request')
      await this.answer(message, 'history_reply', this.ask('history', message.content));
    else await super.handleMessage(message);
  }

  private async answer(
    { header }: KernelMessage.IMessage,
    type: string,
    content: Promise<object>,
  ): Promise<void> {
    const say = (channel: string, msgType: string, said: object) =>
      this.send(
        KernelMessage.createMessage({
          ...{ channel, msgType, content: said, parentHeader: header, session: header.session },
        } as never),
      );
    say('iopub', 'status', { execution_state: 'busy' });
    say('shell', type, await content);
    say('iopub', 'status', { execution_state: 'idle' });
  }

  inputReply(): void {
    // No cell of a lesson asks for input.
  }

  async commOpen(): Promise<void> {}
  async commMsg(): Promise<void> {}
  async commClose(): Promise<void> {}
}
